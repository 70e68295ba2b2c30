/**
 * The command line: options, and the one place that wires sources, decoders, tracker and sinks
 * together. {@link io.smbscope.cli.Pipeline} shows the way of a packet.
 */
package io.smbscope.cli;
