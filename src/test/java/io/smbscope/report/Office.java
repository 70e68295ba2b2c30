package io.smbscope.report;

import io.smbscope.base.AnomalyKind;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.event.Protections;
import java.util.ArrayList;
import java.util.List;

/** A small office's traffic, with a bit of everything that the summary tells apart. */
final class Office {
  private Office() {}

  static List<Event> events() {
    List<Event> events = new ArrayList<>();
    connections(events);
    sessions(events);
    shares(events);
    files(events);
    names(events);
    events.add(
        Events.anomaly(
            AnomalyKind.MALFORMED_SMB2, 77, "CREATE name offset 65535 beyond the message"));
    events.add(
        Events.anomaly(
            AnomalyKind.MALFORMED_SMB2, 70, "CREATE name offset 4096 beyond the message"));
    events.add(Events.anomaly(AnomalyKind.TCP_GAP, 80, "1460 octets missing from the server"));
    events.add(
        Events.anomaly(AnomalyKind.TCP_OVERLAP_CONFLICT, 81, "12 octets differ at offset 1000"));
    events.add(
        new CaptureEvent(
            Events.at(181_500),
            Events.at(1),
            List.of("office-1.pcap", "office-2.pcap"),
            181_500,
            62_400_000,
            70_100_000,
            180_210,
            212,
            3,
            List.of("office-2.pcap: ends within packet 181501 at byte 31200417")));
    return events;
  }

  private static void connections(List<Event> events) {
    List<String> offered = List.of("NT LM 0.12", "SMB 2.002", "SMB 2.???");
    events.add(Events.connection().id(1).bytes(48_000_000).messages(9_000).build());
    events.add(Events.connection().id(2).bytes(1_200_000).messages(310).build());
    events.add(
        Events.connection()
            .id(3)
            .from("10.0.0.8")
            .encryption(Protections.ENCRYPTED)
            .signing(Protections.NOTHING_SIGNABLE)
            .bytes(2_300_000)
            .messages(104)
            .build());
    events.add(
        Events.connection()
            .id(4)
            .from("10.0.0.9")
            .to("10.0.0.6")
            .netbios("OLDSRV<20>", "SCANNER<00>")
            .dialect("NT LM 0.12")
            .negotiation(offered, "Windows 5.1", "Unix")
            .encryption(Protections.NEITHER_CAN)
            .signing(Protections.UNSIGNED)
            .bytes(64_000)
            .messages(80)
            .build());
    events.add(
        Events.connection()
            .id(5)
            .from("fd00:0:0:1::77")
            .to("fd00::5")
            .dialect("3.0.2")
            .midstream()
            .encryption(Protections.UNKNOWN)
            .signing(Protections.PARTLY_SIGNED)
            .loss(2, 4_380, 12_000)
            .compressed(4)
            .build());
    for (int i = 0; i < 12; i++) {
      events.add(
          Events.connection()
              .id(10 + i)
              .from("10.0.0.66")
              .to("10.0.0." + (10 + i))
              .dialect(null)
              .encryption(Protections.UNKNOWN)
              .signing(Protections.NOTHING_SIGNABLE)
              .endReason(i == 0 ? "evicted" : "rst")
              .bytes(0)
              .messages(0)
              .build());
    }
  }

  private static void sessions(List<Event> events) {
    events.add(Events.session().build());
    events.add(Events.session().build());
    events.add(
        Events.session()
            .from("10.0.0.8")
            .user("CORP", null)
            .mechanism("Kerberos")
            .workstation(null)
            .encryption(Protections.ENCRYPTED)
            .signing(Protections.NOTHING_SIGNABLE)
            .build());
    events.add(
        Events.session()
            .from("10.0.0.9")
            .to("10.0.0.6")
            .user("", "scan")
            .mechanism("NTLMv1")
            .workstation("SCANNER")
            .serverNames("OLDSRV", null)
            .versions(null, null)
            .guest()
            .encryption(Protections.NEITHER_CAN)
            .signing(Protections.UNSIGNED)
            .build());
    for (int i = 0; i < 17; i++) {
      events.add(
          Events.session()
              .from("10.0.0.66")
              .user("CORP", "administrator")
              .workstation("KALI")
              .versions(null, "10.0.17763")
              .failed("STATUS_LOGON_FAILURE")
              .build());
    }
    events.add(Events.session().from("10.0.0.66").anonymous().workstation("").build());
    events.add(Events.session().from("fd00:0:0:1::77").to("fd00::5").unseen().build());
  }

  private static void shares(List<Event> events) {
    events.add(Events.tree().bytes(41_000_000, 5_800_000).opens(212, 3).build());
    events.add(Events.tree().path("\\\\filesrv\\Data").user("CORP\\bob").bytes(900_000, 0).build());
    events.add(Events.tree().path("\\\\10.0.0.5\\IPC$").type("pipe").opens(4, 0).build());
    events.add(
        Events.tree()
            .from("10.0.0.8")
            .user(null)
            .path("\\\\filesrv.corp.lan\\payroll")
            .encryption(Protections.ENCRYPTED_BY_SHARE)
            .signing(Protections.NOTHING_SIGNABLE)
            .opens(0, 0)
            .build());
    events.add(
        Events.tree()
            .from("10.0.0.9")
            .to("10.0.0.6")
            .user("scan")
            .dialect("NT LM 0.12")
            .path("\\\\OLDSRV\\SCANS")
            .encryption(Protections.NEITHER_CAN)
            .signing(Protections.UNSIGNED)
            .bytes(0, 52_000)
            .build());
    events.add(
        Events.tree()
            .from("10.0.0.66")
            .user("(anonymous)")
            .path("\\\\10.0.0.5\\C$")
            .refused("STATUS_ACCESS_DENIED")
            .build());
  }

  private static void files(List<Event> events) {
    events.add(
        Events.file()
            .name("images\\2024\\disk-image-of-the-old-server.vhdx")
            .bytes(40_000_000, 0)
            .build());
    events.add(Events.file().name("report.docx").action("CREATED").bytes(0, 3_000_000).build());
    events.add(Events.file().name("report.docx").bytes(1_000_000, 2_800_000).build());
    events.add(Events.file().name("report.docx").renamedTo("report-final.docx").build());
    events.add(Events.file().name("~WRL0001.tmp").deleted("delete-on-close").build());
    events.add(
        Events.file()
            .from("10.0.0.9")
            .to("10.0.0.6")
            .user("scan")
            .share("\\\\OLDSRV\\SCANS")
            .name("scan0001.pdf")
            .action("OVERWRITTEN")
            .bytes(0, 52_000)
            .build());
    events.add(Events.file().type("pipe").name("srvsvc").bytes(4_000, 4_000).build());
    events.add(Events.file().name("secret.kdbx").refused("STATUS_ACCESS_DENIED").build());
  }

  private static void names(List<Event> events) {
    events.add(Events.name("OLDSRV", 0x20, "10.0.0.6"));
    events.add(Events.status("10.0.0.5", "FILESRV<20>", "CORP<00> (group)", "FILESRV<00>"));
    events.add(
        Events.announcement("10.0.0.5", "FILESRV", "10.0", "workstation", "server", "print-queue"));
  }
}
