/** Negotiations that somebody on the way has changed, or that ended weaker than before. */
package io.smbscope.detect.negotiation;
