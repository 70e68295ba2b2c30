/**
 * What every layer shares: a bounded view of octets, limits, anomalies, time and status codes.
 * Imports nothing but the JDK.
 */
package io.smbscope.base;
