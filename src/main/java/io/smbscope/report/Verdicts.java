package io.smbscope.report;

import io.smbscope.event.Encryption;
import io.smbscope.event.Signing;

/** Verdicts as one coloured word, and why they are what they are. */
final class Verdicts {
  private Verdicts() {}

  static Encryption.Verdict of(Encryption encryption) {
    return encryption == null ? Encryption.Verdict.UNKNOWN : encryption.verdict();
  }

  static Signing.Verdict of(Signing signing) {
    return signing == null ? Signing.Verdict.NONE : signing.verdict();
  }

  static Cell word(Encryption.Verdict verdict) {
    return switch (verdict) {
      case ENCRYPTED -> Cell.of("encrypted", Style.GOOD);
      case PARTLY -> Cell.of("partly", Style.WARN);
      case DEMANDED_NOT_SEEN -> Cell.of("missing", Style.BAD);
      case POSSIBLE -> Cell.of("not used");
      case UNSUPPORTED -> Cell.of("impossible");
      case UNKNOWN -> Cell.of("unknown", Style.FAINT);
    };
  }

  static Cell word(Signing.Verdict verdict) {
    return switch (verdict) {
      case SIGNED -> Cell.of("signed", Style.GOOD);
      case PARTLY -> Cell.of("partly", Style.WARN);
      case UNSIGNED -> Cell.of("unsigned", Style.BAD);
      case REQUIRED_NOT_SEEN -> Cell.of("missing", Style.BAD);
      case NONE -> Cell.of("");
    };
  }

  static Style style(Encryption.Verdict verdict) {
    return word(verdict).style();
  }

  static Style style(Signing.Verdict verdict) {
    return word(verdict).style();
  }

  /** What brought an encryption verdict about. */
  static String why(Encryption encryption, String dialect) {
    return switch (of(encryption)) {
      case ENCRYPTED, PARTLY ->
          demanded(
              encryption,
              encryption.serverCapable() == null ? "negotiation not seen" : "the client's choice");
      case DEMANDED_NOT_SEEN -> demanded(encryption, "");
      case POSSIBLE -> "demanded by nobody";
      case UNSUPPORTED -> cannot(encryption, dialect);
      case UNKNOWN -> "negotiation not seen";
    };
  }

  private static String demanded(Encryption encryption, String otherwise) {
    if (encryption.demandedBySession()) {
      return encryption.demandedByShare()
          ? "demanded by session and share"
          : "demanded by the session";
    }
    return encryption.demandedByShare() ? "demanded by the share" : otherwise;
  }

  private static String cannot(Encryption encryption, String dialect) {
    if (Dialects.isSmb1(dialect)) {
      return "SMB1 has none";
    }
    if (dialect != null && !Dialects.canEncrypt(dialect)) {
      return "SMB 2 has none";
    }
    boolean client = Boolean.FALSE.equals(encryption.clientCapable());
    boolean server = Boolean.FALSE.equals(encryption.serverCapable());
    return client && server
        ? "neither side can"
        : client ? "the client cannot" : "the server cannot";
  }

  /** What brought a signing verdict about. */
  static String why(Signing signing, Encryption encryption) {
    if (of(signing) == Signing.Verdict.NONE) {
      return encryption != null && encryption.encryptedMessages() > 0 ? "all was encrypted" : "";
    }
    boolean client = Boolean.TRUE.equals(signing.clientRequired());
    boolean server = Boolean.TRUE.equals(signing.serverRequired());
    if (client || server) {
      return "required by " + (client && server ? "both sides" : client ? "client" : "server");
    }
    if (signing.clientRequired() == null && signing.serverRequired() == null) {
      return "negotiation not seen";
    }
    boolean offered =
        Boolean.TRUE.equals(signing.clientOffered())
            && Boolean.TRUE.equals(signing.serverOffered());
    return offered ? "required by nobody" : "not offered by both";
  }
}
