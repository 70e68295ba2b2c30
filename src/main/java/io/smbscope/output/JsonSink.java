package io.smbscope.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.smbscope.base.Anomaly;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.DropEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.ProtocolEvent;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import java.io.Flushable;
import java.io.IOException;

/**
 * JSON lines in UTF-8: one object an event, each on a line of its own that ends with a line feed.
 * The README documents the records. Keeps nothing.
 */
public final class JsonSink implements EventSink, Flushable {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new WireEscapes())
          .rootValueSeparator((String) null)
          .build();

  private final LineTarget target;
  private final LineOctets octets = new LineOctets();
  private final JsonGenerator json;
  private final JsonFields fields;

  /**
   * @param target closed with this sink
   */
  public JsonSink(LineTarget target) throws IOException {
    this.target = target;
    json = FACTORY.createGenerator(octets);
    fields = new JsonFields(json);
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof ProtocolEvent) {
      return;
    }
    json.writeStartObject();
    write(event);
    json.writeEndObject();
    json.flush();
    octets.passTo(target, null);
  }

  private void write(Event event) throws IOException {
    if (event instanceof FileEvent file) {
      FileJson.write(fields, file);
    } else if (event instanceof TreeEvent tree) {
      TreeJson.write(fields, tree);
    } else if (event instanceof SessionEvent session) {
      SessionJson.write(fields, session);
    } else if (event instanceof ConnectionEvent connection) {
      ConnectionJson.write(fields, connection);
    } else if (event instanceof NameEvent name) {
      NetbiosJson.write(fields, name);
    } else if (event instanceof HostEvent host) {
      NetbiosJson.write(fields, host);
    } else if (event instanceof AnomalyEvent anomaly) {
      write(anomaly);
    } else if (event instanceof DropEvent drop) {
      write(drop);
    } else if (event instanceof FindingEvent finding) {
      FindingJson.write(fields, finding);
    } else if (event instanceof ReadinessEvent readiness) {
      ReadinessJson.write(fields, readiness);
    } else if (event instanceof CaptureEvent capture) {
      write(capture);
    }
  }

  private void write(AnomalyEvent event) throws IOException {
    Anomaly anomaly = event.anomaly();
    fields.head("anomaly", event.at());
    fields.text("kind", anomaly.kind().label());
    fields.number("flow", anomaly.flow());
    fields.text("section", anomaly.section());
    fields.text("detail", anomaly.detail());
    fields.endpoint("client", event.client());
    fields.endpoint("server", event.server());
  }

  private void write(DropEvent event) throws IOException {
    fields.head("drop", event.at());
    fields.text("interface_name", event.interfaceName());
    fields.number("taken", event.taken());
    write("more", event.more());
    write("total", event.total());
  }

  private void write(String key, DropEvent.Losses losses) throws IOException {
    fields.open(key);
    fields.number("kernel", losses.kernel());
    fields.number("by_interface", losses.byInterface());
    fields.number("analysis", losses.analysis());
    fields.number("keeping", losses.keeping());
    fields.close();
  }

  private void write(CaptureEvent event) throws IOException {
    fields.head("capture", event.at());
    fields.stamp("first_packet", "first_time", event.first());
    fields.texts("inputs", event.inputs());
    fields.number("packets", event.packets());
    fields.number("bytes", event.bytes());
    fields.number("wire_bytes", event.wireBytes());
    fields.number("relevant_packets", event.relevantPackets());
    fields.number("truncated_packets", event.truncatedPackets());
    fields.number("undecoded_packets", event.undecodedPackets());
    fields.texts("failures", event.failures());
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
