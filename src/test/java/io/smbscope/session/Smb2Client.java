package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.session.Smb2Bodies.Choice;
import io.smbscope.session.Smb2Bodies.Grant;
import io.smbscope.session.Smb2Bodies.Offer;
import io.smbscope.session.Smb2Bodies.Wish;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Logoff;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.QueryDirectory;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.TreeDisconnect;
import java.util.List;
import java.util.function.Consumer;

/** An SMB2 client and its server on one connection, as they talk when all goes well. */
final class Smb2Client {
  static final long CAP_ENCRYPTION = 0x40;
  static final long SHARE_ENCRYPTS = 0x8000;
  static final int DISK = 1;
  static final int PIPE = 2;
  static final int PRINT = 3;
  static final int SESSION_GUEST = 1;
  static final int SESSION_ANONYMOUS = 2;
  static final int SESSION_ENCRYPTS = 4;

  final Wire wire;
  private long messageId;
  private long nextFile = 0x11;
  long session;
  long tree;
  boolean signs;

  Smb2Client(Wire wire) {
    this.wire = wire;
  }

  /** On a new connection in a new capture, with {@code dialect}, one session and one share. */
  static Smb2Client at(Scene scene) {
    return new Smb2Client(scene.connect())
        .negotiated(0x0302)
        .loggedOn(0x77, "alice")
        .connected(5, "\\\\srv\\data");
  }

  // What passes on the wire.

  Smb2Packet request(Smb2Command command, Smb2Body body) {
    return placed(Smb2Packet.request(command, body).id(messageId++));
  }

  /** Answers the newest request. */
  Smb2Packet response(Smb2Command command, long status, Smb2Body body) {
    return placed(Smb2Packet.response(command, status, body).id(messageId - 1));
  }

  Smb2Packet success(Smb2Command command, Smb2Body body) {
    return response(command, NtStatus.SUCCESS, body);
  }

  Smb2Packet error(Smb2Command command, long status) {
    return response(command, status, Smb2Packet.ERROR);
  }

  private Smb2Packet placed(Smb2Packet packet) {
    packet.session(session).tree(tree);
    return signs ? packet.signed() : packet;
  }

  Stamp ask(Smb2Packet packet) {
    return wire.fromClient(packet.message());
  }

  Stamp answer(Smb2Packet packet) {
    return wire.fromServer(packet.message());
  }

  void exchange(Smb2Command command, Smb2Body request, Smb2Body response) {
    ask(request(command, request));
    answer(success(command, response));
  }

  void refuse(Smb2Command command, Smb2Body request, long status) {
    ask(request(command, request));
    answer(error(command, status));
  }

  /** An encrypted message each way. */
  void encrypted(int lengthUp, int lengthDown) {
    wire.fromClient(new TransformMessage(lengthUp, session, 1, lengthUp - 52));
    wire.fromServer(new TransformMessage(lengthDown, session, 1, lengthDown - 52));
  }

  // NEGOTIATE

  Smb2Client negotiate(Offer offer, Choice choice) {
    exchange(Smb2Command.NEGOTIATE, offer.body(), choice.body());
    return this;
  }

  /** Both sides know all; the server chooses {@code dialect}. */
  Smb2Client negotiated(int dialect) {
    Offer offer = new Offer(0x0202, 0x0210, 0x0300, 0x0302, 0x0311);
    offer.capabilities = CAP_ENCRYPTION;
    offer.contexts.add(new NegotiateContext.Encryption(List.of(2, 1)));
    Choice choice = new Choice(dialect);
    if (dialect == 0x0311) {
      choice.contexts.add(new NegotiateContext.Encryption(List.of(2)));
    } else if (dialect >= 0x0300) {
      choice.capabilities = CAP_ENCRYPTION;
    }
    return negotiate(offer, choice);
  }

  // SESSION_SETUP

  Smb2Client loggedOn(long sessionId, String user) {
    return loggedOn(sessionId, user, 0);
  }

  /** NTLM in two legs. */
  Smb2Client loggedOn(long sessionId, String user, int sessionFlags) {
    firstLeg(sessionId, Smb2Bodies.setup(Tokens.recorded("samba-negotiate")));
    secondLeg(Smb2Bodies.setup(Tokens.authenticate("LAB", user, "PC")));
    setUp(sessionFlags);
    return this;
  }

  /** NEGOTIATE_MESSAGE, to which the server answers its challenge. */
  void firstLeg(long sessionId, SessionSetup.Request request) {
    ask(request(Smb2Command.SESSION_SETUP, request));
    session = sessionId;
    answer(
        response(
            Smb2Command.SESSION_SETUP,
            NtStatus.MORE_PROCESSING_REQUIRED,
            new SessionSetup.Response(0, Tokens.recorded("samba-challenge"))));
  }

  void secondLeg(SessionSetup.Request request) {
    ask(request(Smb2Command.SESSION_SETUP, request));
  }

  void setUp(int sessionFlags) {
    answer(
        success(Smb2Command.SESSION_SETUP, new SessionSetup.Response(sessionFlags, Bytes.EMPTY)));
  }

  void setUpFails(long status) {
    answer(error(Smb2Command.SESSION_SETUP, status));
  }

  void logOff() {
    exchange(Smb2Command.LOGOFF, new Logoff.Request(), new Logoff.Response());
  }

  // TREE_CONNECT

  Smb2Client connected(long treeId, String path) {
    return connected(treeId, path, DISK, 0);
  }

  Smb2Client connected(long treeId, String path, int shareType, long shareFlags) {
    tree = 0;
    ask(request(Smb2Command.TREE_CONNECT, new TreeConnect.Request(0, path)));
    tree = treeId;
    answer(
        success(
            Smb2Command.TREE_CONNECT,
            new TreeConnect.Response(shareType, shareFlags, 0, 0x001F_01FF)));
    return this;
  }

  void disconnect() {
    exchange(
        Smb2Command.TREE_DISCONNECT, new TreeDisconnect.Request(), new TreeDisconnect.Response());
  }

  // Files

  FileId open(String name) {
    return open(name, wish -> {}, grant -> {});
  }

  FileId open(String name, Consumer<Wish> asked, Consumer<Grant> granted) {
    FileId fileId = new FileId(nextFile, nextFile + 0x1000);
    nextFile++;
    Wish wish = new Wish(name);
    asked.accept(wish);
    Grant grant = new Grant(fileId);
    granted.accept(grant);
    exchange(Smb2Command.CREATE, wish.body(), grant.body());
    return fileId;
  }

  void close(FileId fileId) {
    exchange(Smb2Command.CLOSE, Smb2Bodies.close(fileId), Smb2Bodies.closed());
  }

  void read(FileId fileId, long octets) {
    exchange(Smb2Command.READ, Smb2Bodies.read(fileId, 65_536), Smb2Bodies.octetsRead(octets));
  }

  void write(FileId fileId, long octets) {
    exchange(Smb2Command.WRITE, Smb2Bodies.write(fileId, octets), Smb2Bodies.written(octets));
  }

  void list(FileId fileId, int entries) {
    exchange(
        Smb2Command.QUERY_DIRECTORY,
        Smb2Bodies.list(fileId),
        new QueryDirectory.Response(100L * entries, entries));
  }

  void setInfo(FileId fileId, int infoType, int infoClass, FileInformation information) {
    exchange(
        Smb2Command.SET_INFO,
        new SetInfo.Request(infoType, infoClass, 8, 0, fileId, information),
        new SetInfo.Response());
  }
}
