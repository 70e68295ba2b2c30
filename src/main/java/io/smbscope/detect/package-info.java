/**
 * Findings from events. {@link io.smbscope.detect.Detector} hands each event to the {@link
 * io.smbscope.detect.Detection}s that listen to its kind; these report to {@link
 * io.smbscope.detect.Findings}, which counts repeats and tells what is new as {@link
 * io.smbscope.event.FindingEvent}s. A detection is one class, listed in {@link
 * io.smbscope.detect.Catalog}; time is packet time; what is remembered is bounded.
 */
package io.smbscope.detect;
