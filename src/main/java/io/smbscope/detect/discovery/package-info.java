/** Somebody looks around: which hosts, shares, users and groups there are. */
package io.smbscope.detect.discovery;
