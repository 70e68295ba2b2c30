/** What would break if something old or weak were switched off. */
package io.smbscope.detect.readiness;
