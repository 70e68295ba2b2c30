/**
 * What a person reads at the end of an analysis. {@link io.smbscope.report.Summary} collects from
 * events, within fixed limits; its {@link io.smbscope.report.Section}s hold text as it was on the
 * wire, which each way of showing them escapes for where it goes.
 */
package io.smbscope.report;
