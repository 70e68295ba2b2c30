/**
 * Events under the field names of the Elastic Common Schema, one JSON document a line; what the
 * schema has no field for stands under {@code smbscope}. The README lists the fields.
 */
package io.smbscope.output.ecs;
