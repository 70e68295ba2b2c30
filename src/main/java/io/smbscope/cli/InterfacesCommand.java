package io.smbscope.cli;

import io.smbscope.capture.CaptureException;
import io.smbscope.capture.live.CaptureInterface;
import io.smbscope.capture.live.Interfaces;
import io.smbscope.net.IpAddress;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smbscope interfaces}. */
final class InterfacesCommand {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;

  private static final List<String> HEAD =
      List.of("NAME", "STATE", "LINK TYPE", "MAC", "ADDRESSES", "DESCRIPTION");

  private final Terminal terminal;

  InterfacesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("interfaces");
    spec.usageMessage().description("Lists what smbscope live can capture on.");
    return spec;
  }

  /** Returns the exit status. */
  int run() {
    try {
      Interfaces interfaces = Interfaces.list();
      List<List<String>> rows = new ArrayList<>();
      rows.add(HEAD);
      interfaces.all().forEach(one -> rows.add(row(one)));
      print(rows, terminal.out());
      if (interfaces.refusal() != null) {
        terminal.complain(interfaces.refusal());
      }
      return DONE;
    } catch (CaptureException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    }
  }

  private static List<String> row(CaptureInterface one) {
    String state = !one.up() ? "down" : one.running() ? "up" : "up, no link";
    return List.of(
        one.name(),
        one.loopback() ? state + ", loopback" : state,
        one.linkType(),
        one.mac(),
        one.addresses().stream().map(InterfacesCommand::text).collect(Collectors.joining(" ")),
        one.description());
  }

  private static String text(InetAddress address) {
    byte[] octets = address.getAddress();
    ByteBuffer words = ByteBuffer.wrap(octets);
    return octets.length == 4
        ? address.getHostAddress()
        : new IpAddress(words.getLong(), words.getLong()).toString();
  }

  private static void print(List<List<String>> rows, PrintStream out) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i).isEmpty() ? "-" : row.get(i);
        line.append(cell);
        line.append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }
}
