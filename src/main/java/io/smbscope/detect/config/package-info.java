/**
 * Files in which users say how to analyze: {@code smbscope.yaml}, the inventory, and YAML in
 * general. What is wrong in them is said with its line and column, as an {@link
 * java.lang.IllegalArgumentException}.
 */
package io.smbscope.detect.config;
