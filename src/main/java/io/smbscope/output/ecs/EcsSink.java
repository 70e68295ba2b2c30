package io.smbscope.output.ecs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.output.Activity;
import io.smbscope.output.CommunityId;
import io.smbscope.output.JsonFields;
import io.smbscope.output.LineOctets;
import io.smbscope.output.LineTarget;
import io.smbscope.output.WireEscapes;
import java.io.Flushable;
import java.io.IOException;

/**
 * Each connection, session, tree, file, content, name, host, anomaly and finding as a document of
 * the Elastic Common Schema 8, a line each; the key is the community id. Keeps nothing but its
 * buffer.
 */
public final class EcsSink implements EventSink, Flushable {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new WireEscapes())
          .rootValueSeparator((String) null)
          .build();

  private final LineTarget target;
  private final LineOctets octets = new LineOctets();
  private final JsonGenerator json;
  private final JsonFields fields;
  private final CommonFields common;
  private final CommunityId communityIds = new CommunityId();

  /**
   * @param target closed with this sink
   */
  public EcsSink(LineTarget target) throws IOException {
    this.target = target;
    json = FACTORY.createGenerator(octets);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    fields = new JsonFields(json);
    common = new CommonFields(fields);
  }

  @Override
  public void accept(Event event) throws IOException {
    Activity activity = Activity.of(event);
    if (activity == null) {
      return;
    }
    String communityId =
        activity.client() == null || activity.server() == null
            ? null
            : communityIds.of(activity.client(), activity.server(), activity.tcp());
    json.writeStartObject();
    common.head(event.at(), activity);
    write(event, activity, communityId);
    json.writeEndObject();
    json.flush();
    octets.passTo(target, communityId);
  }

  private void write(Event event, Activity activity, String communityId) throws IOException {
    if (event instanceof FileEvent file) {
      FileFields.write(common, activity, communityId, file);
    } else if (event instanceof ContentEvent content) {
      FileFields.write(common, activity, communityId, content);
    } else if (event instanceof TreeEvent tree) {
      SessionFields.write(common, activity, communityId, tree);
    } else if (event instanceof SessionEvent session) {
      SessionFields.write(common, activity, communityId, session);
    } else if (event instanceof ConnectionEvent connection) {
      ConnectionFields.write(common, activity, communityId, connection);
    } else if (event instanceof AnomalyEvent anomaly) {
      ConnectionFields.write(common, activity, communityId, anomaly);
    } else if (event instanceof NameEvent name) {
      NetbiosFields.write(common, activity, communityId, name);
    } else if (event instanceof HostEvent host) {
      NetbiosFields.write(common, activity, host);
    } else if (event instanceof FindingEvent finding) {
      FindingFields.write(common, activity, communityId, finding);
    }
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
