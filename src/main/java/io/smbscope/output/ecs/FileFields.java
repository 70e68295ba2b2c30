package io.smbscope.output.ecs;

import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.output.Account;
import io.smbscope.output.Activity;
import io.smbscope.output.FilePath;
import io.smbscope.output.JsonFields;
import io.smbscope.output.ecs.CommonFields.Side;
import java.io.IOException;
import java.util.List;

/** Documents of files, and of what was read from and written to them. */
final class FileFields {
  private static final List<String> ACCESS = List.of("access");
  private static final List<String> CHANGE = List.of("change");
  private static final List<String> CREATION = List.of("creation");
  private static final List<String> DELETION = List.of("deletion");
  private static final List<String> INFORMATION = List.of("info");

  private FileFields() {}

  static void write(CommonFields common, Activity activity, String communityId, FileEvent event)
      throws IOException {
    JsonFields out = common.out;
    common.event("file", types(activity), event.status(), null);
    common.network(
        activity, "smb", communityId, null, Side.of(event.client()), Side.of(event.server()));
    Account account = Account.of(event.user());
    common.user(account);
    out.open("file");
    path(out, FilePath.of(event.share(), event.name()));
    out.text("type", type(event.type()));
    out.number("size", event.size());
    out.instant("created", event.created());
    out.instant("accessed", event.accessed());
    out.instant("mtime", event.modified());
    out.instant("ctime", event.changed());
    out.close();
    common.related(activity, account.name(), List.of(), List.of());
    out.open("smbscope");
    out.number("connection", event.connection());
    out.text("session", event.session());
    out.text("tree", event.tree());
    out.text("share", event.share());
    out.text("dialect", event.dialect());
    out.text("operation", event.operation());
    use(out, event);
    out.close();
  }

  private static void use(JsonFields out, FileEvent event) throws IOException {
    out.text("file_id", event.fileId());
    out.text("file_type", event.type());
    out.text("disposition", event.disposition());
    out.text("create_action", event.action());
    out.mask("desired_access", event.desiredAccess());
    out.mask("granted_access", event.grantedAccess());
    out.mask("attributes", event.attributes());
    out.text("oplock", event.oplock());
    out.number("reads", event.reads());
    out.number("bytes_read", event.bytesRead());
    out.number("writes", event.writes());
    out.number("bytes_written", event.bytesWritten());
    out.number("listings", event.listings());
    out.number("listed_entries", event.listedEntries());
    out.text("renamed_to", event.renamedTo());
    out.text("deleted", event.deleted());
    out.texts("set_info", event.setInfo());
    out.number("response_nanos", event.responseNanos());
    out.text("file_end", event.end());
  }

  static void write(CommonFields common, Activity activity, String communityId, ContentEvent event)
      throws IOException {
    JsonFields out = common.out;
    String share = event.tree() == null ? null : event.tree().path();
    String name = event.open() == null ? null : event.open().name();
    common.event("file", event.written() ? CHANGE : ACCESS, null, null);
    common.network(
        activity,
        "smb",
        communityId,
        event.flow().vlans(),
        Side.of(activity.client()),
        Side.of(activity.server()));
    out.open("file");
    path(out, FilePath.of(share, name));
    out.number("size", event.fileSize() == null ? Long.valueOf(event.size()) : event.fileSize());
    out.text("mime_type", event.mime());
    List<String> hashes = CommonFields.present(event.md5(), event.sha1(), event.sha256());
    if (!hashes.isEmpty()) {
      out.open("hash");
      out.text("md5", event.md5());
      out.text("sha1", event.sha1());
      out.text("sha256", event.sha256());
      out.close();
    }
    out.close();
    common.related(activity, null, List.of(), hashes);
    out.open("smbscope");
    out.number("connection", event.flow().id());
    out.text("share", share);
    out.number("seen", event.seen());
    out.number("missing", event.missing());
    out.number("repeated", event.repeated());
    out.flag("closed", event.closed());
    out.close();
  }

  private static void path(JsonFields out, FilePath path) throws IOException {
    out.text("path", path.path());
    out.text("directory", path.directory());
    out.text("name", path.name());
    out.text("extension", path.extension());
  }

  private static List<String> types(Activity activity) {
    return switch (activity.action()) {
      case "file-deleted" -> DELETION;
      case "file-created" -> CREATION;
      case "file-renamed", "file-written", "file-changed" -> CHANGE;
      case "file-queried" -> INFORMATION;
      default -> ACCESS;
    };
  }

  /** The schema knows no pipes and printers. */
  private static String type(String type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "directory" -> "dir";
      case "file" -> "file";
      default -> null;
    };
  }
}
