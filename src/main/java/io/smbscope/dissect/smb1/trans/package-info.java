/** Transactions of SMB1, as trees of fields. */
package io.smbscope.dissect.smb1.trans;
