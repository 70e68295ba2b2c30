/**
 * The arguments of DCE/RPC calls: their types as {@code stubs.ndr} gives them, and their reading.
 * C706 14
 */
package io.smbscope.dissect.rpc.ndr;
