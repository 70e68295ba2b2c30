/** What stands before the protocols that are ours: link layers, IP, TCP and UDP. */
package io.smbscope.dissect.link;
