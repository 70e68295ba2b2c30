/**
 * Numbers about a capture under way, in Prometheus' text format: {@link
 * io.smbscope.output.metrics.MetricsPage} serves them, {@link
 * io.smbscope.output.metrics.EventMetrics} counts what events tell.
 */
package io.smbscope.output.metrics;
