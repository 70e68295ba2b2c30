package io.smbscope.smb;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * What the messages of one flow carry of files, on its way to the observer: the part of a long
 * message that is passed over without a copy, and what lies in messages that are there wholly.
 */
public final class FileParts {
  private final FlowInfo flow;
  private final FileContent wanted;
  private final SmbObserver observer;

  /** In the message that is being decoded. */
  private final List<FileOctets> found = new ArrayList<>(1);

  /** The long message under way in each direction, or null. */
  private Passage fromClient;

  private Passage fromServer;

  /** What the message that is being decoded carries was told as it passed. */
  private boolean passed;

  /** The octets of the message that is being decoded need no copy. */
  private boolean stays;

  /** Tells {@code observer} as much as {@code wanted}. */
  public FileParts(FlowInfo flow, FileContent wanted, SmbObserver observer) {
    this.flow = flow;
    this.wanted = wanted;
    this.observer = observer;
  }

  /** One long message. */
  private static final class Passage {
    /** Octets from the message's start to those of the file, and how many these are. */
    final int start;

    final long length;

    /** Copy of the message's first octets, until it is told. */
    Bytes head;

    /** Octets of the message up to which all was told, or was lost. */
    int told;

    Passage(int start, long length, Bytes head) {
      this.start = start;
      this.length = length;
      this.head = head.kept();
    }
  }

  /**
   * A long message begins that carries octets of a file.
   *
   * @param head the first octets of the message
   * @param fixed octets of the message before those of the file, by its command
   * @param start the same, as the message says
   * @param length octets of the file, as the message says
   * @return octets of the message to gather
   */
  public int begin(boolean client, Bytes head, int fixed, int start, long length) {
    return switch (wanted) {
      case NONE -> fixed;
      case HEAD, START -> Math.max(fixed, start) + wanted.octets();
      case WHOLE -> {
        set(client, new Passage(start, length, head));
        yield head.length();
      }
    };
  }

  /** Another message begins in this direction. */
  void clear(boolean client) {
    set(client, null);
  }

  boolean passing(boolean client) {
    return get(client) != null;
  }

  /** As {@link io.smbscope.netbios.MessageHandler#rest}. */
  void rest(boolean client, Bytes octets, int position, Stamp at) {
    Passage passage = get(client);
    if (passage != null) {
      tellHead(client, passage, at);
      tell(client, passage, octets, position, at);
    }
  }

  /**
   * A message is over and will be decoded now.
   *
   * @param inPlace its octets stay until the batch of segments is let go
   */
  void decoding(boolean client, boolean inPlace, Stamp at) {
    stays = inPlace;
    Passage passage = get(client);
    passed = passage != null;
    if (passed) {
      tellHead(client, passage, at);
      set(client, null);
    }
  }

  /**
   * A message that is being decoded carries octets of a file.
   *
   * @param command index in the chain
   * @param octets those that are there
   */
  public void found(int command, Bytes octets) {
    if (wanted == FileContent.NONE || passed) {
      return;
    }
    int count = Math.min(octets.length(), wanted.octets());
    Bytes part = octets.slice(0, count);
    found.add(new FileOctets(command, 0, count, stays ? part : part.kept()));
  }

  /** Tells what was found, before the message is told. */
  public void tell(boolean client, Stamp at) {
    for (int i = 0; i < found.size(); i++) {
      observer.fileOctets(at, flow, client, found.get(i));
    }
    found.clear();
  }

  private void tellHead(boolean client, Passage passage, Stamp at) {
    if (passage.head != null) {
      Bytes head = passage.head;
      passage.head = null;
      tell(client, passage, head, 0, at);
    }
  }

  private void tell(boolean client, Passage passage, Bytes octets, int position, Stamp at) {
    long end = Math.min(passage.start + passage.length, (long) position + octets.length());
    int from = Math.max(Math.max(passage.start, passage.told), position);
    if (from < end) {
      Bytes part = octets.slice(from - position, (int) (end - from));
      observer.fileOctets(
          at, flow, client, new FileOctets(0, from - passage.start, passage.length, part));
      passage.told = (int) end;
    }
  }

  private Passage get(boolean client) {
    return client ? fromClient : fromServer;
  }

  private void set(boolean client, Passage passage) {
    if (client) {
      fromClient = passage;
    } else {
      fromServer = passage;
    }
  }
}
