package io.smbscope.session;

import io.smbscope.base.Bytes;
import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.Negotiate;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.SessionSetupAndX.Form;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb1.WriteAndX;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An SMB1 client and its server on one connection, as they talk when all goes well. */
final class Smb1Client {
  static final Smb1Body NOTHING = new Smb1Body.Empty();
  static final int UNICODE = 0x8000;
  static final int NT_STATUS = 0x4000;
  static final int SIGNED = 0x0004;
  static final int SIGNING_REQUIRED = 0x0010;
  static final Instant TIME = Instant.parse("2023-01-01T00:00:00Z");

  private static final int RESPONSE = 0x80;

  final Wire wire;
  int flags2 = UNICODE | NT_STATUS;
  int uid;
  int tid;
  int mid = 64;
  boolean signatureZero = true;

  Smb1Client(Wire wire) {
    this.wire = wire;
  }

  static Smb1Client at(Scene scene) {
    return new Smb1Client(scene.connect()).usual();
  }

  /** NT LM 0.12 with one session and one share. */
  Smb1Client usual() {
    return negotiated("NT LM 0.12").loggedOn(100, "alice").connected(7, "\\\\srv\\data", "A:");
  }

  // What passes on the wire.

  static Block block(Smb1Command command, Smb1Body body) {
    return new Block(command.code(), body);
  }

  Stamp ask(Block... chain) {
    mid++;
    return wire.fromClient(message(0, 0, List.of(chain)));
  }

  /** Answers the newest request. */
  Stamp answer(long status, Block... chain) {
    return wire.fromServer(message(status, RESPONSE, List.of(chain)));
  }

  private Smb1Message message(long status, int flags, List<Block> chain) {
    Smb1Header header =
        new Smb1Header(
            chain.get(0).command(), status, flags, flags2, 4711, tid, uid, mid, signatureZero);
    return new Smb1Message(100, header, chain, 0);
  }

  void exchange(Smb1Command command, Smb1Body request, Smb1Body response) {
    ask(block(command, request));
    answer(NtStatus.SUCCESS, block(command, response));
  }

  void refuse(Smb1Command command, Smb1Body request, long status) {
    ask(block(command, request));
    answer(status, block(command, NOTHING));
  }

  void transact(Transaction2.Parameters request, Transaction2.Parameters response) {
    exchange(
        Smb1Command.SMB_COM_TRANSACTION2,
        new Transaction2.Request(0, 0, 10, 0, request),
        new Transaction2.Response(0, 10, 0, response));
  }

  // NEGOTIATE

  Smb1Client negotiated(String... dialects) {
    return negotiated(dialects.length - 1, 3, dialects);
  }

  /**
   * @param securityMode 1 user level, 2 challenge/response, 4 signatures enabled, 8 required
   */
  Smb1Client negotiated(int chosen, int securityMode, String... dialects) {
    exchange(
        Smb1Command.SMB_COM_NEGOTIATE,
        new Negotiate.Request(List.of(dialects)),
        choice(chosen, securityMode));
    return this;
  }

  static Negotiate.Response choice(int chosen, int securityMode) {
    return new Negotiate.Response(
        17,
        chosen,
        securityMode,
        50,
        1,
        16_644,
        65_536,
        0,
        0,
        0x8000_0004L,
        TIME,
        0,
        Bytes.EMPTY,
        "LABWG",
        "FILESRV",
        new UUID(0, 0x5E),
        Bytes.EMPTY);
  }

  // SESSION_SETUP_ANDX

  /** NT LM 0.12 without extended security, with NTLMv1 responses. */
  static SessionSetupAndX.Request setup(String user, Bytes oemPassword, Bytes unicodePassword) {
    return new SessionSetupAndX.Request(
        Form.NT_LM,
        16_644,
        50,
        1,
        0,
        0x54,
        oemPassword,
        unicodePassword,
        user,
        "LAB",
        "Unix",
        "Samba",
        Bytes.EMPTY);
  }

  static SessionSetupAndX.Request extended(Bytes token) {
    return new SessionSetupAndX.Request(
        Form.EXTENDED_SECURITY,
        16_644,
        50,
        1,
        0,
        0x8000_0054L,
        Bytes.EMPTY,
        Bytes.EMPTY,
        null,
        null,
        "Unix",
        "Samba",
        token);
  }

  static SessionSetupAndX.Response setUp(int action, Bytes token) {
    return new SessionSetupAndX.Response(action, "Windows 6.1", "Samba 4.17", "LABWG", token);
  }

  static Bytes octets(int count) {
    byte[] octets = new byte[count];
    java.util.Arrays.fill(octets, (byte) 0x5A);
    return Bytes.of(octets);
  }

  Smb1Client loggedOn(int newUid, String user) {
    uid = 0;
    ask(block(Smb1Command.SMB_COM_SESSION_SETUP_ANDX, setup(user, octets(24), octets(24))));
    uid = newUid;
    answer(NtStatus.SUCCESS, block(Smb1Command.SMB_COM_SESSION_SETUP_ANDX, setUp(0, Bytes.EMPTY)));
    return this;
  }

  void logOff() {
    exchange(Smb1Command.SMB_COM_LOGOFF_ANDX, NOTHING, NOTHING);
  }

  // TREE_CONNECT_ANDX

  static TreeConnectAndX.Request share(String path) {
    return new TreeConnectAndX.Request(8, Bytes.EMPTY, path, "?????");
  }

  Smb1Client connected(int newTid, String path, String service) {
    tid = 0xFFFF;
    ask(block(Smb1Command.SMB_COM_TREE_CONNECT_ANDX, share(path)));
    tid = newTid;
    answer(
        NtStatus.SUCCESS,
        block(
            Smb1Command.SMB_COM_TREE_CONNECT_ANDX,
            new TreeConnectAndX.Response(1, 0x1FFL, 0x89L, service, "NTFS")));
    return this;
  }

  void disconnect() {
    exchange(Smb1Command.SMB_COM_TREE_DISCONNECT, NOTHING, NOTHING);
  }

  // Files

  static NtCreateAndX.Request wish(String name, long options) {
    return new NtCreateAndX.Request(0x16, 0, 0x0012_0089, 0, 0, 3, 1, options, 2, 3, name);
  }

  static NtCreateAndX.Response grant(int fid, int oplock, int resourceType, boolean directory) {
    return new NtCreateAndX.Response(
        oplock,
        fid,
        1,
        TIME,
        TIME.plusSeconds(1),
        TIME.plusSeconds(2),
        TIME.plusSeconds(3),
        directory ? 0x10 : 0x20,
        8192,
        4096,
        resourceType,
        0,
        directory,
        null,
        null,
        0x001F_01FFL,
        null);
  }

  void open(int fid, String name) {
    open(fid, name, 0);
  }

  void open(int fid, String name, long options) {
    exchange(Smb1Command.SMB_COM_NT_CREATE_ANDX, wish(name, options), grant(fid, 0, 0, false));
  }

  void read(int fid, long octets) {
    exchange(
        Smb1Command.SMB_COM_READ_ANDX,
        new ReadAndX.Request(fid, 0, 61_440, 0),
        new ReadAndX.Response(0, octets, 60, Bytes.EMPTY));
  }

  void write(int fid, long octets) {
    exchange(
        Smb1Command.SMB_COM_WRITE_ANDX,
        new WriteAndX.Request(fid, 0, 0, 0, 0, octets, 64, Bytes.EMPTY),
        new WriteAndX.Response(octets, 0));
  }

  void close(int fid) {
    exchange(Smb1Command.SMB_COM_CLOSE, new Close.Request(fid, null), NOTHING);
  }
}
