/** SMB2 and SMB3: one class a command, requests and responses as records. [MS-SMB2] */
package io.smbscope.smb.smb2;
