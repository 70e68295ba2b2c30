/** SMB messages: which dialect family a message is of, encryption and compression headers. */
package io.smbscope.smb;
