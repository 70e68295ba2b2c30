/** SMB2 messages as trees of fields. */
package io.smbscope.dissect.smb2;
