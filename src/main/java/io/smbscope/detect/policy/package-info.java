/**
 * What users say of their network, and who does otherwise: zones, the inventory of hosts, lists of
 * those who may use SMB and of those who may not, sensitive paths and decoys.
 */
package io.smbscope.detect.policy;
