package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.rpc.PipeData;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.grammar.placed.SmbPipe;

/** Transactions on named pipes. [MS-CIFS] 2.2.5 */
final class PipeTransaction {
  private static final int SET_STATE = 0x01;
  private static final int RAW_READ = 0x11;
  private static final int QUERY_STATE = 0x21;
  private static final int QUERY_INFO = 0x22;
  private static final int PEEK = 0x23;
  private static final int TRANSACT = 0x26;
  private static final int RAW_WRITE = 0x31;
  private static final int CALL = 0x54;
  private static final int NONE = -1;
  private static final String LANMAN = "LANMAN";

  private final Field protocol = Fields.named("smb_pipe");
  private final Field function = Fields.named("smb_pipe.function");
  private final Field fileData = Fields.named("smb.file_data");
  private final PipeData pipeData = new PipeData();
  private final Rap rap = new Rap();

  /**
   * What a request said that its response is shown with.
   *
   * @param function {@link #NONE} when there were no setup words
   * @param fid {@link #NONE} when there was none
   * @param level of TRANS_QUERY_NMPIPE_INFO
   * @param call of the Remote Administration Protocol, or null
   */
  record Asked(int function, int fid, int level, Rap.Call call) {}

  /**
   * Shows what is asked.
   *
   * @param pipe its name behind {@code \PIPE\}
   * @return whether setup words, parameters and data are shown
   */
  boolean request(Smb1Command command, Words words, String pipe) {
    Part setup = new Part(command, words.setupWords(command));
    open(command, setup);
    int asked = NONE;
    int fid = NONE;
    if (setup.left() > 0) {
      SmbPipe.Setup read = setup.next(SmbPipe.Setup::new, SmbPipe.Setup::_read);
      asked = read == null ? NONE : read.function();
      fid = read == null || read.fid() == null ? NONE : read.fid();
    }
    int level = requestBody(command, words, asked);
    command.tree().close();
    boolean isRap = pipe.startsWith(LANMAN) && isMessage(asked);
    Rap.Call call = isRap ? rap.request(command, words) : null;
    command.exchange().remember(new Asked(asked, fid, level, call));
    if (isRap) {
      return call != null;
    }
    return data(command, words, asked, fid, true);
  }

  private int requestBody(Smb1Command command, Words words, int asked) {
    Part parameters = new Part(command, words.parameters(command));
    if (asked == SET_STATE) {
      parameters.next(SmbPipe.SetHandleState::new, SmbPipe.SetHandleState::_read);
    } else if (asked == QUERY_INFO) {
      SmbPipe.QueryInfoRequest read =
          parameters.next(SmbPipe.QueryInfoRequest::new, SmbPipe.QueryInfoRequest::_read);
      return read == null ? NONE : read.level();
    } else if (asked == RAW_WRITE) {
      fileData(command, words.data(command));
    }
    return NONE;
  }

  /** Shows what is answered; as {@link #request}. */
  boolean response(Smb1Command command, Words words, Asked asked) {
    FrameTree tree = command.tree();
    Part setup = new Part(command, words.setupWords(command));
    open(command, setup);
    if (setup.left() > 0) {
      setup.next(SmbPipe.Setup::new, SmbPipe.Setup::_read);
    } else if (asked.function != NONE) {
      tree.number(function, asked.function, setup.region().origin(), 0);
      if (asked.fid != NONE) {
        command.session().opens().showGenerated(command, asked.fid);
      }
    }
    boolean shown = responseBody(command, words, asked);
    tree.close();
    if (asked.call != null) {
      return rap.response(command, words, asked.call);
    }
    return shown && data(command, words, asked.function, asked.fid, false);
  }

  private boolean responseBody(Smb1Command command, Words words, Asked asked) {
    Part parameters = new Part(command, words.parameters(command));
    Part data = new Part(command, words.data(command));
    switch (asked.function) {
      case PEEK -> parameters.next(SmbPipe.PeekResponse::new, SmbPipe.PeekResponse::_read);
      case QUERY_STATE -> parameters.next(SmbPipe.HandleState::new, SmbPipe.HandleState::_read);
      case RAW_WRITE ->
          parameters.next(SmbPipe.RawWriteResponse::new, SmbPipe.RawWriteResponse::_read);
      case QUERY_INFO -> {
        if (asked.level == 1) {
          data.next(SmbPipe.QueryInfoResponse::new, SmbPipe.QueryInfoResponse::_read);
        }
      }
      case RAW_READ -> fileData(command, data.region());
      default -> {
        return true;
      }
    }
    return !parameters.isCut() && !data.isCut();
  }

  private boolean data(Smb1Command command, Words words, int asked, int fid, boolean toServer) {
    Region data = words.data(command);
    if (!isMessage(asked) || asked == NONE || fid == NONE) {
      return true;
    }
    if (data.length() == 0) {
      return false;
    }
    Object pipe = command.session().opens().key(command, fid);
    pipeData.dissect(command.dissection(), data, pipe, toServer);
    return true;
  }

  /** Its parameters and data are a protocol's. */
  private static boolean isMessage(int asked) {
    return asked == TRANSACT || asked == CALL || asked == NONE;
  }

  private void open(Smb1Command command, Part setup) {
    command
        .tree()
        .protocol(protocol, "SMB Pipe Protocol", setup.region().origin(), setup.region().length());
  }

  private void fileData(Smb1Command command, Region data) {
    if (data.length() > 0 && command.tree().wants(fileData)) {
      command.tree().value(fileData, data.octets().copy(), data.origin(), data.octets().length());
    }
  }
}
