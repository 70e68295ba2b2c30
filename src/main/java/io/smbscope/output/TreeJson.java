package io.smbscope.output;

import io.smbscope.event.TreeEvent;
import java.io.IOException;

/** The {@code tree} record; its type component is {@code share_type} there. */
final class TreeJson {
  private TreeJson() {}

  static void write(JsonFields out, TreeEvent event) throws IOException {
    out.head("tree", event.at());
    out.start(event.start());
    out.number("connection", event.connection());
    out.text("session", event.session());
    out.text("user", event.user());
    out.endpoint("client", event.client());
    out.endpoint("server", event.server());
    out.text("dialect", event.dialect());
    out.text("id", event.id());
    out.text("path", event.path());
    out.text("share_type", event.type());
    out.text("service", event.service());
    out.text("file_system", event.fileSystem());
    out.texts("flags", event.flags());
    out.texts("capabilities", event.capabilities());
    out.mask("maximal_access", event.maximalAccess());
    out.text("status", event.status());
    out.flag("inferred", event.inferred());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.text("end", event.end());
    out.number("opens", event.opens());
    out.number("failed_opens", event.failedOpens());
    out.number("bytes_read", event.bytesRead());
    out.number("bytes_written", event.bytesWritten());
  }
}
