package io.smbscope.output.stream;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.TreeEvent;
import io.smbscope.output.Account;
import io.smbscope.output.Activity;
import io.smbscope.output.Catchwords;
import io.smbscope.output.CommunityId;
import io.smbscope.output.FilePath;
import io.smbscope.output.LineTarget;
import java.io.Flushable;
import java.io.IOException;

/**
 * Each connection, session, tree, file, content, name, host and anomaly as a line of ArcSight's
 * Common Event Format; the key is the community id.
 */
public final class CefSink implements EventSink, Flushable {
  private final LineTarget target;
  private final CefLine line;
  private final CommunityId communityIds = new CommunityId();

  /**
   * @param target closed with this sink
   * @param version of this program
   */
  public CefSink(LineTarget target, String version) {
    this.target = target;
    this.line = new CefLine(version);
  }

  @Override
  public void accept(Event event) throws IOException {
    Activity activity = Activity.of(event);
    if (activity == null) {
      return;
    }
    String key = head(event, activity);
    if (event instanceof FileEvent file) {
      file(file);
    } else if (event instanceof ContentEvent content) {
      content(content);
    } else if (event instanceof TreeEvent tree) {
      tree(tree);
    } else if (event instanceof SessionEvent session) {
      session(session);
    } else if (event instanceof ConnectionEvent connection) {
      connection(connection);
    } else if (event instanceof NameEvent name) {
      name(name);
    } else if (event instanceof HostEvent host) {
      host(host);
    } else if (event instanceof AnomalyEvent anomaly) {
      line.text("app", "SMB");
      line.text("msg", anomaly.anomaly().detail());
      line.labelled("cs6", "section", anomaly.anomaly().section());
    } else if (event instanceof FindingEvent finding) {
      finding(finding);
    }
    line.end(target, key);
  }

  private void finding(FindingEvent event) {
    line.text("app", "SMB");
    user(event.entities().user());
    line.text("msg", Catchwords.message(event));
    line.text("fname", event.entities().file());
    line.text("reason", Catchwords.values(event));
    line.labelled("cs2", "techniques", String.join(",", event.techniques()));
    line.labelled("cs3", "share", event.entities().share());
    line.labelled("cs6", "advice", event.advice());
  }

  /** What all have; returns the community id. */
  private String head(Event event, Activity activity) {
    line.begin(activity.kind() + ":" + activity.action(), activity.action(), activity.severity());
    line.time("rt", event.at());
    line.time("start", activity.start());
    line.time("end", event.at());
    line.text("cat", activity.kind());
    line.text("act", activity.action());
    line.text("outcome", activity.outcome().label());
    line.text("proto", activity.tcp() ? "TCP" : "UDP");
    Endpoint client = activity.client();
    Endpoint server = activity.server();
    if (client != null) {
      address("src", "c6a2", "Source IPv6 Address", client.ip());
      line.number("spt", client.port());
      line.text("smac", client.mac());
    }
    if (server != null) {
      address("dst", "c6a3", "Destination IPv6 Address", server.ip());
      line.number("dpt", server.port());
      line.text("dmac", server.mac());
    }
    String communityId =
        client == null || server == null ? null : communityIds.of(client, server, activity.tcp());
    line.labelled("cs1", "communityId", communityId);
    return communityId;
  }

  private void address(String key, String key6, String label6, String ip) {
    if (ip.indexOf(':') < 0) {
      line.text(key, ip);
    } else {
      line.labelled(key6, label6, ip);
    }
  }

  private void connection(ConnectionEvent event) {
    line.text("app", "SMB");
    line.number("externalId", event.id());
    line.text("reason", event.endReason());
    line.number("in", event.traffic().clientBytes());
    line.number("out", event.traffic().serverBytes());
    line.labelled("cs2", "dialect", event.dialect());
    line.labelled(
        "cs3", "signing", event.signing() == null ? null : event.signing().verdict().label());
    line.labelled(
        "cs4",
        "encryption",
        event.encryption() == null ? null : event.encryption().verdict().label());
    if (event.vlans() != null && !event.vlans().isEmpty()) {
      line.labelled("cn1", "vlan", Long.valueOf(event.vlans().get(0)));
    }
    line.labelled("cn2", "malformed", Long.valueOf(event.malformed()));
  }

  private void session(SessionEvent event) {
    line.text("app", "SMB");
    Identity identity = event.identity();
    if (identity != null) {
      line.text("suser", identity.user());
      line.text("sntdom", identity.domain());
      line.text("shost", identity.workstation());
      line.text("dhost", identity.serverDnsName());
      line.text("dntdom", identity.serverNetbiosDomain());
      line.labelled("cs3", "mechanism", identity.mechanism());
    }
    line.text("reason", event.status());
    line.labelled("cs2", "dialect", event.dialect());
    line.labelled("cs4", "session", event.id());
  }

  private void tree(TreeEvent event) {
    line.text("app", "SMB");
    user(event.user());
    line.number("externalId", event.connection());
    line.text("filePath", event.path());
    line.text("fileType", event.type());
    line.text("reason", event.status());
    line.labelled("cs2", "dialect", event.dialect());
    line.labelled("cs3", "share", event.path());
    line.labelled("cs4", "session", event.session());
    line.number("in", event.bytesWritten());
    line.number("out", event.bytesRead());
  }

  private void file(FileEvent event) {
    line.text("app", "SMB");
    user(event.user());
    line.number("externalId", event.connection());
    FilePath path = FilePath.of(event.share(), event.name());
    line.text("fname", path.name());
    line.text("filePath", path.path());
    line.text("fileType", event.type());
    line.text("fileId", event.fileId());
    line.number("fsize", event.size());
    line.time("fileCreateTime", event.created());
    line.time("fileModificationTime", event.modified());
    line.text("reason", event.status());
    line.number("in", event.bytesWritten());
    line.number("out", event.bytesRead());
    line.labelled("cs2", "dialect", event.dialect());
    line.labelled("cs3", "share", event.share());
    line.labelled("cs4", "session", event.session());
    line.labelled("cs5", "renamedTo", event.renamedTo());
  }

  private void content(ContentEvent event) {
    line.text("app", "SMB");
    line.number("externalId", event.flow().id());
    String share = event.tree() == null ? null : event.tree().path();
    FilePath path = FilePath.of(share, event.open() == null ? null : event.open().name());
    line.text("fname", path.name());
    line.text("filePath", path.path());
    line.text("fileType", event.mime());
    line.number("fsize", event.fileSize() == null ? Long.valueOf(event.size()) : event.fileSize());
    line.text("fileHash", hash(event));
    line.labelled("cs3", "share", share);
    line.labelled("cn2", "missing", Long.valueOf(event.missing()));
  }

  /** The strongest there is. */
  private static String hash(ContentEvent event) {
    if (event.sha256() != null) {
      return event.sha256();
    }
    return event.sha1() != null ? event.sha1() : event.md5();
  }

  private void name(NameEvent event) {
    line.text("app", "NBNS");
    line.text("dhost", event.name());
    line.text("reason", event.result());
    line.labelled("cn2", "suffix", Long.valueOf(event.suffix()));
    line.labelled("cs2", "addresses", String.join(",", event.addresses()));
  }

  private void host(HostEvent event) {
    line.text("app", "NBDGM");
    line.text("shost", event.server());
    line.labelled("cs2", "version", event.version());
    line.labelled("cs3", "comment", event.comment());
    line.labelled("cs4", "roles", String.join(",", event.roles()));
  }

  private void user(String user) {
    Account account = Account.of(user);
    line.text("suser", account.name());
    line.text("sntdom", account.domain());
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
