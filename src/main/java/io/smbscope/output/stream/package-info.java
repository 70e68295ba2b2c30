/**
 * Where lines go: files, standard output, sockets, syslog, Kafka; {@link
 * io.smbscope.output.stream.Targets} opens them. A file is written by the caller's thread. To a
 * peer the way is: {@code Framing} → {@code Backlog} (memory, then disk, both bounded) → a thread
 * of its own → {@code Carrier}; so no peer holds up the analysis.
 */
package io.smbscope.output.stream;
