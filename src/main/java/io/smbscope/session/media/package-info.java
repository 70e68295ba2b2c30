/**
 * MIME types of files by their first octets, as Apache Tika tells them: its table of types, looked
 * up by an index, as Tika itself tries one entry after the other for a millisecond a file.
 */
package io.smbscope.session.media;
