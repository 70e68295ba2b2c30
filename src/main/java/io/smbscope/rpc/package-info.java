/** DCE/RPC over named pipes: its messages, the names of interfaces and operations. [MS-RPCE] */
package io.smbscope.rpc;
