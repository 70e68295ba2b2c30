package io.smbscope.session.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.xml.sax.SAXException;

/**
 * Tells the MIME types of files as Apache Tika's detector does. What that knows takes a while to
 * read: it is read once for the process, beside what else there is to do.
 */
public final class MediaTypes {
  private static final String TABLE = "tika-mimetypes.xml";

  private static final int NAMES_REMEMBERED = 4096;
  private static final int LONGEST_REMEMBERED = 64;

  private static final FutureTask<Known> KNOWN = new FutureTask<>(MediaTypes::load);
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  /** Types by name; the one longest not used goes. */
  private final Map<String, MediaType> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MediaType> eldest) {
          return size() > NAMES_REMEMBERED;
        }
      };

  /** What Tika knows, and its magic in our form. */
  private record Known(MimeTypes types, MagicTable magic) {}

  private static Known load() throws IOException, ParserConfigurationException, SAXException {
    SAXParserFactory parsers = SAXParserFactory.newInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    MagicReader reader = new MagicReader();
    try (InputStream table = MimeTypes.class.getResourceAsStream(TABLE)) {
      parsers.newSAXParser().parse(table, reader);
    }
    return new Known(MimeTypes.getDefaultMimeTypes(), new MagicTable(reader.magics()));
  }

  /** Somebody will ask. By any thread. */
  public static void prepare() {
    if (STARTED.compareAndSet(false, true)) {
      Thread thread = new Thread(KNOWN, "media-types");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * The type of a file: by its octets, or a more special one by its name.
   *
   * @param start the first octets of it, at least one
   * @param name path in the share, or null
   * @return null when the thread was interrupted
   */
  public String of(byte[] start, String name) {
    prepare();
    try {
      String file = name == null ? "" : name.substring(name.lastIndexOf('\\') + 1);
      return of(KNOWN.get(), start, file).toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | IOException e) {
      throw new IllegalStateException("the detector does not start", e);
    }
  }

  private MediaType of(Known known, byte[] start, String name) throws IOException {
    List<String> types = known.magic.types(start);
    for (String type : types) {
      if (type.equals("application/xml") || type.equals("text/html")) {
        return byTika(known.types, start, name);
      }
    }
    MediaType first = types.isEmpty() ? unmarked(start) : MediaType.parse(types.get(0));
    if (name.isEmpty()) {
      return first;
    }
    MediaType named = byName(known.types, name);
    for (String type : types) {
      if (isKindOf(known, named, MediaType.parse(type))) {
        return named;
      }
    }
    return types.isEmpty() && isKindOf(known, named, first) ? named : first;
  }

  private static MediaType unmarked(byte[] start) {
    return TextOctets.isText(start) ? MediaType.TEXT_PLAIN : MediaType.OCTET_STREAM;
  }

  private MediaType byName(MimeTypes types, String name) throws IOException {
    MediaType type = byName.get(name);
    if (type == null) {
      type = types.detect(null, named(name));
      if (name.length() <= LONGEST_REMEMBERED) {
        byName.put(name, type);
      }
    }
    return type;
  }

  private static boolean isKindOf(Known known, MediaType special, MediaType general) {
    return special.equals(general)
        || known.types.getMediaTypeRegistry().isSpecializationOf(special, general);
  }

  /** Of XML and HTML the root element tells, which Tika reads. */
  private static MediaType byTika(MimeTypes types, byte[] start, String name) throws IOException {
    return types.detect(new ByteArrayInputStream(start), named(name));
  }

  private static Metadata named(String name) {
    Metadata metadata = new Metadata();
    if (!name.isEmpty()) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    return metadata;
  }
}
