/**
 * Zeek's logs: its files, columns and forms of values, so that whatever reads Zeek reads these. One
 * class a log; {@link io.smbscope.output.zeek.ZeekSink} lists them.
 */
package io.smbscope.output.zeek;
