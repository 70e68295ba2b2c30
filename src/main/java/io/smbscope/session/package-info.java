/**
 * Who spoke which dialect to whom, which shares and files they touched, signed and encrypted or
 * not: Connection, Session, TreeConnect and Open, named and keyed as in [MS-SMB2] 3.3.1 and
 * [MS-CIFS] 3.3.1. Everything here runs on one thread, after the flow workers' messages were merged
 * in packet order: one session may use several connections of different addresses (multichannel),
 * and they must meet in one place.
 */
package io.smbscope.session;
