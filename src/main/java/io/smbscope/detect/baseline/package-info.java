/** What is normal on a network, learned from quiet time, and what departs from it later. */
package io.smbscope.detect.baseline;
