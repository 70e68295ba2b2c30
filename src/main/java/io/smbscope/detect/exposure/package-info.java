/** What is weak or open on a network, without anybody attacking it. */
package io.smbscope.detect.exposure;
