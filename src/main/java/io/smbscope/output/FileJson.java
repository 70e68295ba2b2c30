package io.smbscope.output;

import io.smbscope.event.FileEvent;
import java.io.IOException;

/** The {@code file} record; its type component is {@code file_type} there. */
final class FileJson {
  private FileJson() {}

  static void write(JsonFields out, FileEvent event) throws IOException {
    out.head("file", event.at());
    out.start(event.start());
    out.number("connection", event.connection());
    out.numbers("other_connections", event.otherConnections());
    out.text("session", event.session());
    out.text("user", event.user());
    out.text("tree", event.tree());
    out.endpoint("client", event.client());
    out.endpoint("server", event.server());
    out.text("dialect", event.dialect());
    out.text("operation", event.operation());
    out.text("share", event.share());
    out.text("name", event.name());
    out.text("file_id", event.fileId());
    out.text("file_type", event.type());
    opening(out, event);
    use(out, event);
  }

  private static void opening(JsonFields out, FileEvent event) throws IOException {
    out.text("disposition", event.disposition());
    out.text("action", event.action());
    out.mask("desired_access", event.desiredAccess());
    out.mask("granted_access", event.grantedAccess());
    out.number("share_access", event.shareAccess());
    out.mask("options", event.options());
    out.text("oplock", event.oplock());
    out.text("status", event.status());
    out.number("size", event.size());
    out.mask("attributes", event.attributes());
    out.instant("created", event.created());
    out.instant("accessed", event.accessed());
    out.instant("modified", event.modified());
    out.instant("changed", event.changed());
  }

  private static void use(JsonFields out, FileEvent event) throws IOException {
    out.number("reads", event.reads());
    out.number("bytes_read", event.bytesRead());
    out.number("writes", event.writes());
    out.number("bytes_written", event.bytesWritten());
    out.number("listings", event.listings());
    out.number("listed_entries", event.listedEntries());
    out.text("renamed_to", event.renamedTo());
    out.text("deleted", event.deleted());
    out.texts("set_info", event.setInfo());
    out.flag("inferred", event.inferred());
    out.number("response_nanos", event.responseNanos());
    out.text("end", event.end());
  }
}
