/** Attacks on accounts, and on what proves who somebody is. */
package io.smbscope.detect.credential;
