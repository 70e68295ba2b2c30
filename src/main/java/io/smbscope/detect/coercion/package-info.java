/**
 * A host is made to authenticate to another, and what it proves of itself is handed on. [MS-NLMP]
 * 5.1
 */
package io.smbscope.detect.coercion;
