/** What SMB1 and SMB2 tell of files and file systems, as trees of fields. */
package io.smbscope.dissect.fscc;
