package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.sigma.Column.Kind;
import io.smbscope.event.TreeEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** {@code smb_mapping}: a row for each tree connect that the server granted. */
final class SmbMapping extends LogSource<TreeEvent> {
  SmbMapping() {
    super(
        "smb_mapping",
        columns(
            TreeEvent::start,
            TreeEvent::connection,
            TreeEvent::client,
            TreeEvent::server,
            List.of(
                new Column<>("path", Kind.SHARE, TreeEvent::path),
                text("service", TreeEvent::service),
                text("native_file_system", TreeEvent::fileSystem),
                text("share_type", SmbMapping::shareType))),
        Set.of());
  }

  private static String shareType(TreeEvent tree) {
    return tree.type() == null ? null : tree.type().toUpperCase(Locale.ROOT);
  }

  @Override
  Stamp at(TreeEvent tree) {
    return tree.at();
  }

  @Override
  Long flow(TreeEvent tree) {
    return tree.connection();
  }

  @Override
  void describe(TreeEvent tree, Sighting sighting) {
    sighting
        .flow(tree.connection())
        .client(tree.client().ip())
        .server(tree.server().ip())
        .user(tree.user())
        .share(tree.path());
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<TreeEvent> rows) {
    on.tree(
        tree -> {
          if ("STATUS_SUCCESS".equals(tree.status())) {
            rows.accept(tree);
          }
        });
  }
}
