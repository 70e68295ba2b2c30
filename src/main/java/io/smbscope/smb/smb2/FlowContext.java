package io.smbscope.smb.smb2;

import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.smb.FileParts;
import io.smbscope.smb.PipeTrees;
import io.smbscope.smb.SmbObserver;

/** What stays the same for all messages of a flow. */
record FlowContext(
    FlowInfo flow, Limits limits, PipeTrees pipes, FileParts files, SmbObserver observer) {

  void report(Stamp at, AnomalyKind kind, String section, String detail) {
    observer.anomaly(new Anomaly(kind, at, flow.id(), section, detail));
  }

  /**
   * Reports what could not be read. Where octets are missing that is no fault of the sender, except
   * a constant that is not what it must be.
   *
   * @param whole no octets are missing
   */
  void unreadable(Stamp at, String section, String part, boolean whole, Throwable reason) {
    if (!whole && !(reason instanceof KaitaiStream.ValidationNotEqualError)) {
      return;
    }
    String message = reason.getMessage();
    String detail = message == null ? "it ends before its fields do" : message;
    report(at, AnomalyKind.MALFORMED_SMB2, section, part + ": " + detail);
  }
}
