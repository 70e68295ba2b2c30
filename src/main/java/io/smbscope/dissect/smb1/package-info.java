/** SMB1 messages, as trees of fields. */
package io.smbscope.dissect.smb1;
