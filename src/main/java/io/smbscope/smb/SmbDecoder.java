package io.smbscope.smb;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.netbios.MessageHandler;
import io.smbscope.smb.smb1.Smb1Decoder;
import io.smbscope.smb.smb2.Smb2Decoder;
import java.util.Locale;

/** Reads the SMB messages of one flow, of whichever family each is, and tells the observer. */
public final class SmbDecoder implements MessageHandler {
  private static final long SMB1 = 0x424D53FFL;

  private final FlowInfo flow;
  private final SmbObserver observer;
  private final Smb1Decoder smb1;
  private final Smb2Decoder smb2;
  private final TransformDecoder transforms;
  private final FileParts files;

  /** Reads the messages of {@code flow}; of files' octets as much is told as {@code content}. */
  public SmbDecoder(FlowInfo flow, Limits limits, FileContent content, SmbObserver observer) {
    this.flow = flow;
    this.observer = observer;
    this.files = new FileParts(flow, content, observer);
    this.smb1 = new Smb1Decoder(flow, limits, files, observer);
    this.smb2 = new Smb2Decoder(flow, limits, files, observer);
    this.transforms = new TransformDecoder(flow, limits, observer);
  }

  @Override
  public int wanted(boolean fromClient, Bytes head, int length) {
    files.clear(fromClient);
    long protocol = protocol(head);
    if (protocol == Smb2Decoder.PROTOCOL_ID) {
      return smb2.wanted(fromClient, head, length);
    }
    if (protocol == SMB1) {
      return smb1.wanted(fromClient, head, length);
    }
    if (protocol == TransformDecoder.ENCRYPTED) {
      return TransformDecoder.TRANSFORM_HEADER;
    }
    return protocol == TransformDecoder.COMPRESSED
        ? TransformDecoder.wantedOfCompressed(head, length)
        : head.length();
  }

  @Override
  public boolean wantsRest(boolean fromClient) {
    return files.passing(fromClient);
  }

  @Override
  public void rest(boolean fromClient, Bytes octets, int position, Stamp at) {
    files.rest(fromClient, octets, position, at);
  }

  @Override
  public void message(boolean fromClient, Bytes message, int length, int missing, Stamp at) {
    files.decoding(fromClient, false, at);
    decode(fromClient, message, length, missing, at);
  }

  @Override
  public void messageInPlace(boolean fromClient, Bytes message, Stamp at) {
    files.decoding(fromClient, true, at);
    decode(fromClient, message, message.length(), 0, at);
  }

  private void decode(boolean fromClient, Bytes message, int length, int missing, Stamp at) {
    long protocol = protocol(message);
    if (protocol == Smb2Decoder.PROTOCOL_ID) {
      smb2.decode(fromClient, message, length, missing, at);
      return;
    }
    SmbMessage decoded;
    if (protocol == SMB1) {
      decoded = smb1.decode(message, length, missing, at);
    } else if (protocol == TransformDecoder.ENCRYPTED) {
      decoded = transforms.encrypted(message, length, at);
    } else if (protocol == TransformDecoder.COMPRESSED) {
      decoded = transforms.compressed(message, length, at);
    } else {
      unknown(message, length, at);
      return;
    }
    files.tell(fromClient, at);
    if (decoded != null) {
      observer.smb(at, flow, fromClient, decoded);
    }
  }

  /** What is too short to tell because of a loss is left: the loss has been told. */
  private void unknown(Bytes message, int length, Stamp at) {
    if (message.length() < Integer.BYTES && message.length() < length) {
      return;
    }
    String start = message.length() < Integer.BYTES ? "" : ", begins with " + hexadecimal(message);
    observer.anomaly(
        new Anomaly(
            AnomalyKind.MALFORMED_SMB2,
            at,
            flow.id(),
            "MS-SMB2 2.2.1",
            "no SMB message: " + length + " octets" + start));
  }

  private static String hexadecimal(Bytes message) {
    return String.format(Locale.ROOT, "0x%08x", message.u32be(0));
  }

  private static long protocol(Bytes message) {
    return message.length() < Integer.BYTES ? -1 : message.u32le(0);
  }
}
