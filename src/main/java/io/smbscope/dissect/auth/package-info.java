/** Security tokens, as trees of fields. */
package io.smbscope.dissect.auth;
