/** What is done to data: encrypted, deleted, carried off; and what is laid out to be touched. */
package io.smbscope.detect.impact;
