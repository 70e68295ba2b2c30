package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/**
 * Netlogon messages to mailslots: who looks for a domain controller, and who is one. [MS-ADTS]
 * 6.3.1
 */
final class NetlogonDissector implements Dissector {
  private static final String PREFIX = "smb_netlogon.";
  private static final int WINDOWS_NT = 0xFFFF;

  private final Field protocol = Fields.named("smb_netlogon");
  private final Field command = field("command");
  private final Field computer = field("computer_name");
  private final Field unicodeComputer = field("unicode_computer_name");
  private final Field server = field("server_name");
  private final Field user = field("user_name");
  private final Field domain = field("domain_name");
  private final Field mailslot = field("mailslot_name");
  private final Field pdc = field("pdc_name");
  private final Field unicodePdc = field("unicode_pdc_name");
  private final Field script = field("script_name");
  private final Field ntVersion = field("nt_version");
  private final Field lmntToken = field("lmnt_token");
  private final Field lmToken = field("lm_token");
  private final Field major = field("major_version");
  private final Field minor = field("minor_version");
  private final Field os = field("os_version");
  private final Field requests = field("request_count");
  private final Field flags = field("flags");
  private final Field sidSize = field("domain_sid_size");
  private final Field lowSerial = field("low_serial");
  private final Field time = field("date_time");
  private final Field pulse = field("pulse");
  private final Field random = field("random");
  private final Field databases = field("db_count");
  private final Field database = field("db_index");
  private final Field serial = field("large_serial");
  private final Field ntTime = field("nt_date_time");
  private final Field signature = field("signature");
  private final Field update = field("update");
  private final Field guid = field("domain.guid");
  private final Field data = field("data");

  private static Field field(String name) {
    return Fields.named(PREFIX + name);
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.protocol(
        protocol, "Microsoft Windows Logon Protocol (Old)", region.origin(), region.length());
    int depth = tree.depth();
    Walk walk = new Walk(tree, region, true);
    if (!Grammar.read(() -> message(walk))) {
      tree.depth(depth);
      tree.say("[Malformed: Netlogon]", 0, 0);
    }
    tree.depth(depth - 1);
  }

  private void message(Walk walk) {
    int opcode = (int) walk.show(command, 1);
    walk.skip(1);
    switch (opcode) {
      case 0x00 -> logonRequest(walk);
      case 0x01 -> {
        oem(walk, user);
        oem(walk, script);
      }
      case 0x02, 0x03, 0x04, 0x05 -> {
        oem(walk, computer);
        oem(walk, mailslot);
        walk.show(ntVersion, Short.BYTES);
        walk.show(lmToken, Short.BYTES);
      }
      case 0x06 -> {
        oem(walk, server);
        walk.show(lmToken, Short.BYTES);
      }
      case 0x07 -> query(walk);
      case 0x08, 0x0C -> startup(walk);
      case 0x09, 0x0F, 0x10 -> {
        walk.show(ntVersion, Integer.BYTES);
        walk.show(lmToken, Short.BYTES);
      }
      case 0x0A -> change(walk);
      case 0x0B -> oem(walk, computer);
      case 0x0D, 0x0E -> version(walk, opcode);
      case 0x11 -> accountUpdate(walk);
      case 0x12 -> samLogonRequest(walk);
      case 0x13, 0x15 -> samLogonResponse(walk);
      case 0x17 -> activeDirectory(walk);
      default -> walk.show(data, walk.left());
    }
  }

  private void logonRequest(Walk walk) {
    oem(walk, computer);
    oem(walk, user);
    oem(walk, mailslot);
    walk.show(requests, 1);
    walk.show(ntVersion, Short.BYTES);
    walk.show(lmToken, Short.BYTES);
  }

  private void query(Walk walk) {
    oem(walk, computer);
    oem(walk, mailslot);
    if (walk.left() > Short.BYTES) {
      walk.align(Short.BYTES);
      unicode(walk, unicodeComputer);
      walk.show(ntVersion, Integer.BYTES);
      lmntToken(walk);
    }
    walk.show(lmToken, Short.BYTES);
  }

  private void startup(Walk walk) {
    oem(walk, pdc);
    if (walk.left() == 0) {
      return;
    }
    walk.align(Short.BYTES);
    unicode(walk, unicodePdc);
    unicode(walk, domain);
    tokens(walk);
  }

  private void change(Walk walk) {
    walk.show(lowSerial, Integer.BYTES);
    walk.show(time, Integer.BYTES);
    walk.show(pulse, Integer.BYTES);
    walk.show(random, Integer.BYTES);
    oem(walk, pdc);
    oem(walk, domain);
    walk.align(Short.BYTES);
    if (walk.left() > Short.BYTES) {
      unicode(walk, unicodePdc);
      unicode(walk, domain);
      long count = walk.show(databases, Integer.BYTES);
      for (long i = 0; i < count; i++) {
        walk.show(database, Integer.BYTES);
        walk.show(serial, Long.BYTES);
        walk.show(ntTime, Long.BYTES);
      }
      sid(walk);
      walk.show(ntVersion, Integer.BYTES);
      lmntToken(walk);
    }
    walk.show(lmToken, Short.BYTES);
  }

  private void version(Walk walk, int opcode) {
    walk.show(major, 1);
    walk.show(minor, 1);
    walk.show(os, 1);
    walk.show(ntVersion, Integer.BYTES);
    if (opcode == 0x0D) {
      walk.show(lmToken, Short.BYTES);
    } else {
      lmntToken(walk);
    }
  }

  private void accountUpdate(Walk walk) {
    walk.show(signature, Long.BYTES);
    walk.show(time, Integer.BYTES);
    oem(walk, computer);
    oem(walk, user);
    walk.show(update, Short.BYTES);
    walk.show(ntVersion, Integer.BYTES);
    walk.show(lmToken, Short.BYTES);
  }

  private void samLogonRequest(Walk walk) {
    walk.show(requests, Short.BYTES);
    unicode(walk, unicodeComputer);
    unicode(walk, user);
    oem(walk, mailslot);
    walk.show(flags, Integer.BYTES);
    sid(walk);
    tokens(walk);
  }

  private void samLogonResponse(Walk walk) {
    unicode(walk, server);
    unicode(walk, user);
    unicode(walk, domain);
    tokens(walk);
  }

  /** Up to the names, which are compressed as in DNS. */
  private void activeDirectory(Walk walk) {
    walk.align(Integer.BYTES);
    walk.skip(Integer.BYTES);
    walk.show(guid, 16);
    walk.show(data, walk.left());
  }

  private void sid(Walk walk) {
    long octets = walk.show(sidSize, Integer.BYTES);
    if (octets > 0) {
      walk.align(Integer.BYTES);
      walk.peek((int) Math.min(octets, walk.reported()) - 1, 1);
      walk.skip((int) Math.min(octets, walk.left()));
    }
  }

  private void tokens(Walk walk) {
    walk.show(ntVersion, Integer.BYTES);
    lmntToken(walk);
    walk.show(lmToken, Short.BYTES);
  }

  /** Wireshark takes any other than Windows NT's for the other kind of token. */
  private void lmntToken(Walk walk) {
    walk.show(walk.peek(0, Short.BYTES) == WINDOWS_NT ? lmntToken : lmToken, Short.BYTES);
  }

  private static void oem(Walk walk, Field field) {
    walk.text(field, walk.untilZero(1), false);
  }

  private static void unicode(Walk walk, Field field) {
    walk.text(field, walk.untilZero(2), true);
  }
}
