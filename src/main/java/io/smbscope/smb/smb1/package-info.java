/** SMB1: one class a command, requests and responses as records. [MS-CIFS], [MS-SMB] */
package io.smbscope.smb.smb1;
