/**
 * What calls say: the stub data of the operations that matter, read into {@link
 * io.smbscope.rpc.Argument}s. {@link io.smbscope.rpc.stub.Stubs} lists the interfaces; each has a
 * file with a table of its operations, a line for each parameter as in the IDL of its
 * specification.
 *
 * <p>NDR is written here by hand, not as a grammar: what a pointer points to follows behind the
 * structure around it, in the order of the pointers, and sizes of pointers, counts and gaps depend
 * on the transfer syntax that was negotiated. [C706] 14, [MS-RPCE] 2.2.4 and 2.2.5
 */
package io.smbscope.rpc.stub;
