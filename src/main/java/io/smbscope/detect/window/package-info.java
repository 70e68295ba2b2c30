/** What detections count and remember: within a time by packets, and within a number of keys. */
package io.smbscope.detect.window;
