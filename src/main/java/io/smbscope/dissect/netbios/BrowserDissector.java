package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The browser protocol. [MS-BRWS] 2.2 */
final class BrowserDissector implements Dissector {
  private static final int DOMAIN_ANNOUNCEMENT = 12;
  private static final int NAME = 16;
  private static final int SIGNATURE = 0xAA55;
  private static final int MILLISECONDS = 1000;
  private static final Charset OEM = Charset.forName("IBM437");
  private static final Charset ASCII = StandardCharsets.US_ASCII;

  private final Field protocol = Fields.named("browser");
  private final Field command = Fields.named("browser.command");
  private final Field updateCount = Fields.named("browser.update_count");
  private final Field period = Fields.named("browser.period");
  private final Field server = Fields.named("browser.server");
  private final Field windowsVersion = Fields.named("browser.windows_version");
  private final Field osMajor = Fields.named("browser.os_major");
  private final Field osMinor = Fields.named("browser.os_minor");
  private final Field serverType = Fields.named("browser.server_type");
  private final Field mysterious = Fields.named("browser.mysterious_field");
  private final Field versionMajor = Fields.named("browser.proto_major");
  private final Field versionMinor = Fields.named("browser.proto_minor");
  private final Field signature = Fields.named("browser.sig");
  private final Field comment = Fields.named("browser.comment");
  private final Field master = Fields.named("browser.mb_server");
  private final Field unused = Fields.named("browser.unused");
  private final Field responseName = Fields.named("browser.response_computer_name");
  private final Field electionVersion = Fields.named("browser.election.version");
  private final Field criteria = Fields.named("browser.election.criteria");
  private final Field desire = Fields.named("browser.election.desire");
  private final Field electionOs = Fields.named("browser.election.os");
  private final Field uptime = Fields.named("browser.uptime");
  private final Field backupCount = Fields.named("browser.backup.count");
  private final Field backupToken = Fields.named("browser.backup.token");
  private final Field backupServer = Fields.named("browser.backup.server");
  private final Field promoted = Fields.named("browser.browser_to_promote");
  private final Field reset = Fields.named("browser.reset_cmd");

  @Override
  public void dissect(Dissection dissection, Region region) {
    dissection.tree.summary("BROWSER");
    frame(dissection, region, this::browse);
  }

  /** What LAN Manager writes to a mailslot of its own. */
  void lanman(Dissection dissection, Region region) {
    frame(dissection, region, this::lanmanAnnouncement);
  }

  private interface Body {
    void show(Walk walk, int opcode);
  }

  private void frame(Dissection dissection, Region region, Body body) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "Microsoft Windows Browser Protocol", region.origin(), region.length());
    int depth = tree.depth();
    Walk walk = new Walk(tree, region, true);
    if (!Grammar.read(() -> body.show(walk, (int) walk.show(command, 1)))) {
      tree.depth(depth);
      tree.say("[Malformed: browser protocol]", 0, 0);
    }
    tree.depth(depth - 1);
  }

  private void browse(Walk walk, int opcode) {
    FrameTree tree = walk.tree();
    tree.info(command.values().getOrDefault((long) opcode, "Unknown command " + opcode));
    switch (opcode) {
      case 1, DOMAIN_ANNOUNCEMENT, 15 -> announcement(walk, opcode);
      case 2 -> {
        walk.show(unused, 1);
        tree.info(" " + text(walk, responseName, ASCII));
      }
      case 8 -> election(walk);
      case 9 -> {
        walk.show(backupCount, 1);
        walk.show(backupToken, Integer.BYTES);
      }
      case 10 -> {
        long count = walk.show(backupCount, 1);
        walk.show(backupToken, Integer.BYTES);
        for (long i = 0; i < count; i++) {
          text(walk, backupServer, ASCII);
        }
      }
      case 11 -> text(walk, promoted, ASCII);
      case 13 -> text(walk, master, ASCII);
      case 14 -> walk.show(reset, 1);
      default -> {}
    }
  }

  private void announcement(Walk walk, int opcode) {
    walk.show(updateCount, 1);
    walk.show(period, Integer.BYTES);
    walk.tree().info(" " + text(walk, server, OEM, NAME));
    version(walk);
    long roles = walk.show(serverType, Integer.BYTES);
    for (Field role : serverType.bits()) {
      walk.tree().info((roles & role.mask()) == 0 ? "" : ", " + role.label());
    }
    if (opcode == DOMAIN_ANNOUNCEMENT && walk.peek(2, Short.BYTES) != SIGNATURE) {
      walk.show(mysterious, Integer.BYTES);
    } else {
      walk.show(versionMajor, 1);
      walk.show(versionMinor, 1);
      walk.show(signature, Short.BYTES);
    }
    text(walk, opcode == DOMAIN_ANNOUNCEMENT ? master : comment, ASCII);
  }

  private void lanmanAnnouncement(Walk walk, int opcode) {
    if (opcode != 1 && opcode != DOMAIN_ANNOUNCEMENT && opcode != 15) {
      return;
    }
    walk.show(updateCount, 1);
    walk.show(serverType, Integer.BYTES);
    version(walk);
    long seconds = walk.peek(0, Short.BYTES);
    walk.tree().number(period, seconds * MILLISECONDS, walk.place(), Short.BYTES);
    walk.skip(Short.BYTES);
    text(walk, server, ASCII);
    text(walk, opcode == DOMAIN_ANNOUNCEMENT ? master : comment, OEM);
  }

  private void version(Walk walk) {
    int version = (int) walk.peek(0, 1) << Byte.SIZE | (int) walk.peek(1, 1);
    String name =
        switch (version) {
          case 0x0500 -> "Windows 2000";
          case 0x0501 -> "Windows XP";
          case 0x0502 -> "Windows Server 2003 R2 or Windows Server 2003";
          case 0x0600 -> "Windows Vista or Windows Server 2008";
          case 0x0601 -> "Windows 7 or Windows Server 2008 R2";
          default -> "";
        };
    walk.tree().value(windowsVersion, name, walk.place(), Short.BYTES);
    walk.show(osMajor, 1);
    walk.show(osMinor, 1);
  }

  private void election(Walk walk) {
    FrameTree tree = walk.tree();
    walk.show(electionVersion, 1);
    long bits = walk.peek(0, Integer.BYTES);
    tree.number(criteria, bits, walk.place(), Integer.BYTES);
    tree.open("Criteria", walk.place(), Integer.BYTES);
    walk.show(desire, 1);
    walk.show(versionMajor, 1);
    walk.show(versionMinor, 1);
    walk.show(electionOs, 1);
    tree.close();
    walk.show(uptime, Integer.BYTES);
    walk.skip(Integer.BYTES);
    text(walk, server, ASCII);
  }

  private static String text(Walk walk, Field field, Charset charset) {
    return text(walk, field, charset, walk.untilZero(1));
  }

  private static String text(Walk walk, Field field, Charset charset, int octets) {
    walk.peek(octets - 1, 1);
    int place = walk.place();
    Region taken = walk.take(octets);
    String text = Values.upToZero(taken.octets(), charset);
    walk.tree().value(field, text, place, octets);
    return text;
  }
}
