package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;
import io.smbscope.grammar.placed.FsccVolume;
import java.util.HashMap;
import java.util.Map;

/** Bodies of file system controls. [MS-FSCC] 2.3, [MS-SMB2] 2.2.31 */
public final class ControlCode {
  private static final long PIPE_TRANSCEIVE = 0x0011C017L;

  /** Shows one. */
  @FunctionalInterface
  interface Body {
    void show(FrameTree tree, Region region);
  }

  /** Which the specification has none of in this direction, or which is another protocol's. */
  private static final Body NONE = (tree, region) -> {};

  /** What goes to the server, and what comes back. */
  private record Control(Body input, Body output) {}

  private final Map<Long, Control> controls = new HashMap<>();
  private final Body opaque =
      body(Structure.of(FsccControl.Opaque::new, FsccControl.Opaque::_read));

  public ControlCode() {
    files();
    server();
    DfsReferral dfs = new DfsReferral();
    put(
        0x00060194,
        (tree, region) -> dfs.request(tree, region, true),
        (tree, region) -> dfs.response(tree, region, true));
    controls.put(PIPE_TRANSCEIVE, new Control(NONE, NONE));
  }

  /** Shows the input or the output of a control; not what is said on a pipe. */
  public void dissect(Dissection dissection, Region region, long code, boolean input) {
    if (region.length() == 0) {
      return;
    }
    Control control = controls.get(code);
    Body body = control == null ? opaque : input ? control.input : control.output;
    int depth = dissection.tree.depth();
    body.show(dissection.tree, region);
    dissection.tree.depth(depth);
  }

  private void put(long code, Body input, Body output) {
    controls.put(code, new Control(input, output));
  }

  private static Body body(Structure<?> structure) {
    return structure::show;
  }

  /** Of [MS-FSCC] 2.3. */
  private void files() {
    Body objectId =
        body(
            Structure.of(
                "smb2.FILE_OBJECTID_BUFFER", FsccVolume.ObjectId::new, FsccVolume.ObjectId::_read));
    Body compression =
        body(Structure.of(FsccControl.Compression::new, FsccControl.Compression::_read));
    Body reparse = new ReparsePoint()::show;
    FileRanges ranges = new FileRanges();
    put(0x0009003C, NONE, compression);
    put(0x0009C040, compression, NONE);
    put(0x0009009C, NONE, objectId);
    put(0x000900C0, NONE, objectId);
    put(0x00098098, objectId, NONE);
    put(
        0x000980BC,
        body(Structure.of(FsccControl.ExtendedObjectId::new, FsccControl.ExtendedObjectId::_read)),
        NONE);
    put(0x000900A4, reparse, NONE);
    put(0x000900A8, NONE, reparse);
    put(
        0x000900C4,
        body(Structure.of(FsccControl.SetSparse::new, FsccControl.SetSparse::_read)),
        NONE);
    put(0x000980C8, ranges::one, NONE);
    put(0x000940CF, ranges::one, ranges::all);
    put(0x00090284, ranges::regionsAsked, ranges::regions);
    put(
        0x0009C280,
        body(Structure.of(FsccControl.SetIntegrity::new, FsccControl.SetIntegrity::_read)),
        NONE);
    put(
        0x00094264,
        body(Structure.of(FsccControl.OffloadReadInput::new, FsccControl.OffloadReadInput::_read)),
        body(
            Structure.of(
                FsccControl.OffloadReadOutput::new, FsccControl.OffloadReadOutput::_read)));
    put(
        0x00098268,
        body(
            Structure.of(FsccControl.OffloadWriteInput::new, FsccControl.OffloadWriteInput::_read)),
        body(
            Structure.of(
                FsccControl.OffloadWriteOutput::new, FsccControl.OffloadWriteOutput::_read)));
    Body wait = body(Structure.of(FsccControl.PipeWait::new, FsccControl.PipeWait::_read));
    put(0x00110018, wait, wait);
  }

  /** Of [MS-SMB2] 2.2.31, [MS-RSVD] 2.2 and [MS-SQOS] 2.2. */
  private void server() {
    CopyChunks chunks = new CopyChunks();
    put(
        0x00140078,
        NONE,
        body(Structure.of(FsccControl.ResumeKey::new, FsccControl.ResumeKey::_read)));
    put(0x001440F2, chunks::request, chunks::response);
    put(0x001480F2, chunks::request, chunks::response);
    put(
        0x001401D4,
        body(Structure.of(FsccControl.Resiliency::new, FsccControl.Resiliency::_read)),
        NONE);
    put(0x001401FC, NONE, new NetworkInterfaces()::show);
    Body negotiated =
        body(
            Structure.of(
                FsccControl.ValidateNegotiateResponse::new,
                FsccControl.ValidateNegotiateResponse::_read));
    put(
        0x00140200,
        body(
            Structure.of(
                FsccControl.ValidateNegotiate224Request::new,
                FsccControl.ValidateNegotiate224Request::_read)),
        negotiated);
    put(
        0x00140204,
        body(
            Structure.of(
                FsccControl.ValidateNegotiateRequest::new,
                FsccControl.ValidateNegotiateRequest::_read)),
        negotiated);
    put(0x00144064, NONE, new Snapshots()::show);
    put(
        0x00090300,
        NONE,
        body(
            Structure.of(
                FsccControl.SharedVirtualDiskSupport::new,
                FsccControl.SharedVirtualDiskSupport::_read)));
    StorageQos qos = new StorageQos();
    put(0x00090350, qos::request, qos::response);
    put(0x00090304, NONE, NONE);
    put(0x00090364, NONE, NONE);
  }
}
