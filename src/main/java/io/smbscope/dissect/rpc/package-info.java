/** DCE/RPC over named pipes, as trees of fields. */
package io.smbscope.dissect.rpc;
