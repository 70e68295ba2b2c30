#!/usr/bin/env python3
"""Compare what `smbscope analyze` reads in captures with what tshark reads in them.

    compare.py [--smbscope CMD] [--known FILE] CAPTURE-or-FOLDER...
    compare.py --reading CAPTURE-or-FOLDER...        tshark's reading alone, one JSON line a connection

Compared, for each TCP connection that carries SMB: that both see it, the dialect, and how often each
  tree   path of a TREE_CONNECT request,
  user   DOMAIN\\user of a session set-up (each once, NTLMSSP inside a pipe is none),
  file   name of an open request (SMB2 CREATE; SMB1 OPEN, CREATE, CREATE_TEMPORARY, CREATE_NEW, OPEN_ANDX, NT_CREATE_ANDX,
         TRANS2_OPEN2, NT_TRANSACT_CREATE, OPEN_PRINT_FILE),
  open   NT status of the answer to an open request,
  logon  how a user answered the server (each once): NTLMv2, NTLMv1, NTLMv1-ESS, LM, Kerberos, anonymous
occurs; how many octets were read from and written to files and pipes over SMB2; and for the whole capture, each once:
  name      NetBIOS names asked for, registered or answered on UDP 137, as NAME<20>
  announced servers and domains that browser datagrams on UDP 138 announce.

What is encrypted neither side can read, so nothing is expected of it. Connections on port 139 or 445 in which tshark finds
no SMB message may be reported or not. A dialect or tree that smbscope marks as inferred is not held against it where
tshark, which infers nothing, has none.

Differences that are tshark's fault stand in compare-known.json beside this script, a list of objects: "capture" (end of its
path), "kind" (connection, dialect, tree, user, file, open, logon, octets, name, announced), "only" ("tshark" or "smbscope"), "reason", "section"
of the specification, and, to narrow it, "stream" (tshark's tcp.stream) and "value". They are printed, and count as agreement.

Needs Python 3.11 and tshark (made with 4.0.17). Exit status: 0 all agree, 1 not, 2 wrong usage.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
CAPTURE = re.compile(r"\.(pcap|pcapng|cap)(\.(gz|zst|lz4))?$", re.I)
TIMEOUT = 300
PORTS = {"139", "445"}
SMB2_DIALECTS = {0x0202: "2.0.2", 0x0210: "2.1", 0x0300: "3.0", 0x0302: "3.0.2", 0x0311: "3.1.1"}
SMB1_OPENS = {0x02, 0x03, 0x0E, 0x0F, 0x2D, 0xA2, 0xC0}
TREE_CONNECTS = {0x70, 0x75}
TRANSACTION2, NT_TRANSACT, NEGOTIATE, SESSION_SETUP = 0x32, 0xA0, 0x72, 0x73
WANTED = ("smb2.cmd in {0,1,3,5,8,9,11} || nbns || browser || smb.cmd in {%s}"
          % ",".join("0x%02x" % c for c in sorted(SMB1_OPENS | TREE_CONNECTS
                                                  | {TRANSACTION2, NT_TRANSACT, NEGOTIATE, SESSION_SETUP})))
FSCTL_PIPE_TRANSCEIVE = 0x11C017
ONCE = ("user", "logon")
BODY = re.compile(r"(Request|Response)\b.*\(0x([0-9a-f]{2})\)$")


class Failed(Exception):
    pass


class Connection:
    """What one program says about one TCP connection."""

    def __init__(self, ends, start):
        self.ends, self.start = ends, start   # ends: (address, port) of both; start: number of the first packet
        self.stream = None
        self.smb = False                      # it must be there
        self.dialect = None
        self.dialect_inferred = False
        self.logons_told = True               # not those before a re-authentication
        self.seen = {kind: collections.Counter() for kind in ("tree", "user", "file", "open", "logon")}

    def label(self):
        return " <-> ".join("%s:%s" % e for e in self.ends)


class Reading:
    """What one program says about one capture."""

    def __init__(self):
        self.connections = []
        self.seen = {kind: collections.Counter() for kind in ("name", "announced", "octets")}


def run(command, env=None):
    try:
        return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT)
    except OSError as e:
        raise Failed(str(e)) from e
    except subprocess.TimeoutExpired as e:
        raise Failed("%s: no answer within %d s" % (command[0], TIMEOUT)) from e


def plain(text):
    """Text without what the two programs cannot agree on: unpaired surrogates, control characters."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x1f\x7f-\x9f\ufffd]", ".", text)


def netbios_name(name, suffix):
    """Its code page is the sender's secret, so nothing beyond ASCII is compared; nor is the scope."""
    return "%s<%02x>" % (re.sub("[^ -~]", ".", name).rstrip(" ."), suffix)


# tshark's reading

class Tshark:
    """Runs tshark without anybody's preferences."""

    def __init__(self, home):
        self.env = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8", HOME=home, XDG_CONFIG_HOME=home, WIRESHARK_CONFIG_DIR=home)

    def output(self, capture, *arguments):
        done = run(["tshark", "-n", "-r", str(capture), *arguments], self.env)
        if not done.stdout and done.returncode:
            raise Failed("tshark: " + done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
        return done.stdout

    def reading(self, capture):
        """By default tshark loses what arrives late; told to wait for it, it loses what follows a gap: of each kind the more."""
        listing = self.listing(capture)
        reading = self.content(capture, listing)
        if any(cell["tcp.analysis.flags"] for cell in listing):
            another = self.content(capture, listing, "-o", "tcp.reassemble_out_of_order:TRUE")
            for one, other in [(reading, another), *zip(reading.connections, another.connections, strict=True)]:
                for kind in one.seen:
                    one.seen[kind] = max(one.seen[kind], other.seen[kind], key=lambda seen: seen.total())
            for one, other in zip(reading.connections, another.connections):
                one.dialect = one.dialect or other.dialect
        return reading

    def content(self, capture, listing, *options):
        reading, streams = Reading(), self.streams(listing)
        for packet in packets(self.output(capture, *options, "-Y", WANTED, "-T", "pdml")):
            stream, protos = None, list(packet)
            for proto in protos:
                name = proto.get("name")
                if name == "tcp":
                    stream = streams.get(field(proto, "tcp.stream"))
                elif name == "nbns":
                    nbns(proto, reading)
                elif name == "browser":
                    announcement(proto, reading)
                elif name == "smb2" and stream:
                    smb2(proto, stream, reading.seen["octets"])
                elif name == "smb" and stream:
                    smb1(proto, stream)
        reading.connections = [s for s in streams.values() if s.smb or PORTS & {port for _, port in s.ends}]
        for stream in reading.connections:
            for kind in ONCE:
                stream.seen[kind] = collections.Counter(set(stream.seen[kind]))
        return reading

    def listing(self, capture):
        """One dictionary for each TCP segment."""
        names = ["tcp.stream", "frame.number", "frame.protocols", "ip.src", "ip.dst", "ipv6.src", "ipv6.dst",
                 "tcp.srcport", "tcp.dstport", "nbss.type", "tcp.analysis.flags"]
        out = self.output(capture, "-Y", "tcp", "-T", "fields", *[a for n in names for a in ("-e", n)])
        return [dict(zip(names, line.split("\t"))) for line in out.decode("utf-8", "replace").splitlines()]

    @staticmethod
    def streams(listing):
        streams = {}
        for cell in listing:
            key = last(cell["tcp.stream"])
            protocols = cell["frame.protocols"].split(":")
            if key not in streams:
                version = [p for p in protocols if p in ("ip", "ipv6")][-1]
                ends = tuple(sorted((last(cell[version + "." + end]), last(cell["tcp.%sport" % end])) for end in ("src", "dst")))
                streams[key] = Connection(ends, int(cell["frame.number"]))
                streams[key].stream = int(key)
                streams[key].offered, streams[key].folder, streams[key].requests, streams[key].plain_text = [], "", {}, False
            session_packet = any(int(t, 0) >= 0x81 for t in cell["nbss.type"].split(",") if t)
            if {"smb", "smb2"} & set(protocols) or session_packet and PORTS & {p for _, p in streams[key].ends}:
                streams[key].smb = True
        return streams


def last(cell):
    """Of several values in a cell, that of the innermost header."""
    return cell.split(",")[-1]


def packets(pdml):
    """The packet elements of a PDML document, which tshark leaves open when it breaks off."""
    parser = ElementTree.XMLPullParser(["end"])
    # tshark lets through control characters from the wire, which XML forbids.
    parser.feed(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", pdml.decode("utf-8", "replace")))
    for _, element in parser.read_events():
        if element.tag == "packet":
            yield element


def fields(element, name):
    """All fields of that name below, but not those which tshark repeats below a FID from an earlier packet."""
    for child in element:
        if child.get("name") == name:
            yield child
        if child.get("name") not in ("smb.fid", "smb2.fid"):
            yield from fields(child, name)


def field(element, name):
    found = next(fields(element, name), None)
    return None if found is None else found.get("show")


def utf16(element):
    return bytes.fromhex(element.get("value", "")).decode("utf-16-le", "replace")


def status(header, name):
    """As STATUS_SUCCESS; None for a DOS error."""
    if field(header, "smb.error_class") == "0x00":
        return "STATUS_SUCCESS"
    found = next(fields(header, name), None)
    known = None if found is None else re.search(r"STATUS_\w+|0x[0-9a-f]{8}", found.get("showname", ""))
    return known and known.group()


def smb2(proto, stream, octets):
    header = None
    for child in proto:
        if child.get("show") == "SMB2 Header":
            header = child
        body = BODY.search(child.get("show", ""))
        if header is None or not body:
            continue
        command, response = int(field(header, "smb2.cmd"), 0), field(header, "smb2.flags.response") == "1"
        if command == 0 and response:
            dialect = int(field(child, "smb2.dialect") or "0", 0)
            stream.dialect = SMB2_DIALECTS.get(dialect, stream.dialect)
        elif command == 1 and not response:
            authenticate(child, stream)
        elif command == 3 and not response:
            for tree in fields(child, "smb2.tree"):
                stream.seen["tree"][plain(utf16(tree))] += 1
        elif command == 5 and not response:
            for name in fields(child, "smb2.filename"):
                stream.seen["file"][plain(utf16(name))] += 1
        elif command == 5:
            answer = status(header, "smb2.nt_status")
            if answer != "STATUS_PENDING":
                stream.seen["open"][answer] += 1
        elif command in (8, 9, 11):
            transferred(command, response, header, child, stream, octets)


def transferred(command, response, header, body, stream, octets):
    """Octets that a READ, a WRITE, a call through a pipe or a server-side copy moved."""
    message = field(header, "smb2.msg_id")

    def u32(offset):
        return int.from_bytes(bytes.fromhex(body.get("value", "")[2 * offset:2 * offset + 8]), "little")

    if not response:
        # tshark shows the two buffers of an IOCTL in the order of their offsets: the fixed part tells InputCount.
        stream.requests[message] = u32(28) if command == 11 else 0
    elif status(header, "smb2.nt_status") != "STATUS_PENDING" and message in stream.requests:
        asked = stream.requests.pop(message)
        if command == 8:
            octets["read"] += int(field(body, "smb2.olb.length") or 0)
        elif command == 9:
            octets["written"] += int(field(body, "smb2.write.count") or 0)
        elif command == 11 and field(body, "smb2.ioctl.function"):
            if int(field(body, "smb2.ioctl.function") or "0", 0) == FSCTL_PIPE_TRANSCEIVE:
                octets["written"] += asked
                octets["read"] += u32(36)
            elif status(header, "smb2.nt_status") == "STATUS_SUCCESS":
                octets["written"] += int(field(body, "smb2.fsctl.cchunk.total_written") or 0)


def authenticate(body, stream):
    for proto in body.iter("proto"):
        if proto.get("name") == "kerberos" and field(proto, "kerberos.ap_req_element") is not None:
            stream.seen["logon"]["Kerberos"] += 1
        if proto.get("name") == "ntlmssp" and field(proto, "ntlmssp.messagetype") == "0x00000003":
            user, domain = (ntlm_string(proto, "ntlmssp.auth." + n) for n in ("username", "domain"))
            if user is None:   # malformed
                continue
            stream.seen["user"][plain(domain + "\\" + user)] += 1
            lm, nt = (octets_of(proto, "ntlmssp.auth." + n) for n in ("lmresponse", "ntresponse"))
            stream.seen["logon"][mechanism(lm, nt, user)] += 1


def octets_of(element, name):
    found = next(fields(element, name), None)
    return b"" if found is None or found.get("showname", "").endswith("Empty") else bytes.fromhex(found.get("value", ""))


def mechanism(lm, nt, user):
    """[MS-NLMP] 3.3.1, 3.3.2, 3.2.5.1.2"""
    if len(nt) > 24:
        return "NTLMv2"
    if len(nt) == 24:
        return "NTLMv1-ESS" if len(lm) == 24 and not any(lm[8:]) else "NTLMv1"
    if len(lm) == 24 and not nt:
        return "LM"
    return "NTLM" if user or nt or len(lm) > 1 else "anonymous"


def ntlm_string(proto, name):
    found = next(fields(proto, name), None)
    # An empty string's descriptor begins with length 0; tshark shows NULL for it.
    if found is None:
        return None
    return "" if found.get("value", "").startswith("0000") and found.get("show") == "NULL" else found.get("show")


def smb1(proto, stream):
    header = next((c for c in proto if c.get("show") == "SMB Header"), None)
    if header is None:
        return
    unicode = field(header, "smb.flags2.string") == "1"

    def text(element):
        return plain(utf16(element).rstrip("\0") if unicode and len(element.get("value", "")) % 4 == 0 else element.get("show"))

    for child in proto.iter("field"):
        body = BODY.search(child.get("show", ""))
        if child.get("name") or not body:
            continue
        command, response = int(body.group(2), 16), body.group(1) == "Response"
        if command == NEGOTIATE and not response:
            stream.offered = [f.get("show") for f in fields(child, "smb.dialect.name")]
        elif command == NEGOTIATE:
            index = int(field(child, "smb.dialect.index") or "65535")
            if index < len(stream.offered):
                stream.dialect = stream.offered[index]
            stream.plain_text = field(child, "smb.sm.password") == "0"
        elif response:
            if command in SMB1_OPENS or opens_by_transaction(child, command):
                answer = status(header, "smb.nt_status")
                if answer:
                    stream.seen["open"][answer] += 1
            # CREATE_TEMPORARY names a folder, and the server the file in it.
            if command == 0x0E:
                stream.seen["file"].update(stream.folder + "\\" + text(f) for f in fields(child, "smb.file"))
        elif command == SESSION_SETUP:
            authenticate(child, stream)
            for account in fields(child, "smb.account"):
                domain = next(fields(child, "smb.primary_domain"), None)
                stream.seen["user"][(text(domain) if domain is not None else "") + "\\" + text(account)] += 1
                lm = octets_of(child, "smb.ansi_password") or octets_of(child, "smb.password")
                how = mechanism(lm, octets_of(child, "smb.unicode_password"), text(account))
                stream.seen["logon"]["plain-text" if stream.plain_text and how != "anonymous" else how] += 1
        elif command in TREE_CONNECTS:
            stream.seen["tree"].update(text(f) for f in fields(child, "smb.path"))
        elif command == 0x0E:
            stream.folder = text(next(fields(child, "smb.dir_name")))
        elif command in SMB1_OPENS or opens_by_transaction(child, command):
            stream.seen["file"].update(text(f) for f in fields(child, "smb.file"))


def opens_by_transaction(body, command):
    return (command == TRANSACTION2 and int(field(body, "smb.trans2.cmd") or "-1", 0) == 0
            or command == NT_TRANSACT and int(field(body, "smb.nt.function") or "-1", 0) == 1)


def nbns(proto, reading):
    for name in fields(proto, "nbns.name"):
        # As "FILESRV<20> (Server service)", control characters as <01>.
        parts = re.fullmatch(r"(.*)<([0-9a-f]{2})>(?:\..*?)?(?: \([^()]*\))?", name.get("show"), re.S)
        if parts:   # tshark says of others that they are illegal
            reading.seen["name"][netbios_name(re.sub("<[0-9a-f]{2}>", ".", parts.group(1)), int(parts.group(2), 16))] = 1


def announcement(proto, reading):
    for name in fields(proto, "browser.server"):
        reading.seen["announced"][plain(name.get("show")).rstrip()] = 1


# smbscope's reading

def smbscope_reading(command, capture):
    done = run(command + ["analyze", "--no-detect", "--json", "-", str(capture)])
    if done.returncode not in (0, 3):   # 3: the capture is damaged, what could be read was
        raise Failed("smbscope: exit status %d: %s" % (done.returncode, done.stderr.decode("utf-8", "replace").strip()[-300:]))
    records = collections.defaultdict(list)
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        try:
            record = json.loads(line)
        except ValueError as e:
            raise Failed("smbscope: not JSON: %s (%s)" % (line[:100], e)) from e
        records[record["type"]].append(record)
    reading, by_id = Reading(), {}
    for record in records["connection"]:
        ends = tuple(sorted((record[side]["ip"], str(record[side]["port"])) for side in ("client", "server")))
        connection = by_id[record["id"]] = Connection(ends, record["start_packet"])
        connection.dialect = record.get("dialect")
        connection.dialect_inferred = "dialect" in record.get("inferred", [])
        reading.connections.append(connection)
    for record in records["tree"]:
        if "path" in record:
            by_id[record["connection"]].seen["tree"][plain(record["path"])] += 1
    for record in records["session"]:
        identity = record.get("identity", {})
        if identity.get("mechanism") == "Kerberos":
            for connection in record["connections"]:
                by_id[connection].seen["logon"]["Kerberos"] = 1
        if "user" in identity:
            for connection in record["connections"]:
                by_id[connection].seen["logon"][identity["mechanism"]] = 1
                by_id[connection].seen["user"][plain(identity.get("domain", "") + "\\" + identity["user"])] = 1
        for account in record.get("earlier_users", []):
            for connection in record["connections"]:
                by_id[connection].logons_told = False
                by_id[connection].seen["user"][plain(account if "\\" in account else "\\" + account)] = 1
    for record in records["file"]:
        if record["operation"] == "open" and "name" in record:
            by_id[record["connection"]].seen["file"][plain(record["name"])] += 1
        if record["operation"] == "open" and record.get("status", "").startswith(("STATUS_", "0x")):
            by_id[record["connection"]].seen["open"][record["status"]] += 1
        if len(record["tree"]) > len("0xffff"):   # SMB2's
            reading.seen["octets"].update(read=record["bytes_read"], written=record["bytes_written"])
    for record in records["name"]:
        reading.seen["name"][netbios_name(record["name"], record["suffix"])] = 1
    for record in records["host"]:
        if "server" in record:
            reading.seen["announced"][plain(record["server"]).rstrip()] = 1
    return reading


# The comparison

Difference = collections.namedtuple("Difference", "kind only stream where value times")


def pairs(theirs, ours):
    """Connections of the same ends, in the order of their first packets, tshark's beside smbscope's."""
    by_ends = collections.defaultdict(lambda: ([], []))
    for side, reading in enumerate((theirs, ours)):
        for connection in sorted(reading.connections, key=lambda c: c.start):
            by_ends[connection.ends][side].append(connection)
    for left, right in by_ends.values():
        if len(left) > len(right):
            left = [c for c in left if c.smb] + [c for c in left if not c.smb]
        for i in range(max(len(left), len(right))):
            yield (left[i] if i < len(left) else None), (right[i] if i < len(right) else None)


def counted(kind, left, right, stream, where):
    for only, surplus in (("tshark", left - right), ("smbscope", right - left)):
        for value, times in sorted(surplus.items()):
            yield Difference(kind, only, stream, where, value, times)


def differences(theirs, ours):
    for left, right in pairs(theirs, ours):
        if right is None:
            if left.smb:
                yield Difference("connection", "tshark", left.stream, left.label(), "from packet %d" % left.start, 1)
            continue
        if left is None:
            yield Difference("connection", "smbscope", None, right.label(), "from packet %d" % right.start, 1)
            continue
        where = "stream %d, %s" % (left.stream, left.label())
        if left.dialect != right.dialect and not (left.dialect is None and right.dialect_inferred):
            for only, dialect in (("tshark", left.dialect), ("smbscope", right.dialect)):
                if dialect is not None:
                    yield Difference("dialect", only, left.stream, where, dialect, 1)
        for kind in left.seen:
            if kind != "logon" or right.logons_told:
                yield from counted(kind, left.seen[kind], right.seen[kind], left.stream, where)
    for kind in theirs.seen:
        yield from counted(kind, theirs.seen[kind], ours.seen[kind], None, "capture")


def explanation(known, capture, difference):
    for entry in known:
        if (str(capture).endswith(entry["capture"]) and entry["kind"] == difference.kind and entry["only"] == difference.only
                and entry.get("stream", difference.stream) == difference.stream
                and entry.get("value", difference.value) == difference.value):
            return "%s (%s)" % (entry["reason"], entry["section"])
    return None


def compare(tshark, command, known, capture):
    """Whether all agrees or is explained, and the lines to print."""
    try:
        theirs, ours = tshark.reading(capture), smbscope_reading(command, capture)
    except Failed as e:
        return False, ["%s: %s" % (capture, e)]
    agrees, lines = True, []
    for difference in differences(theirs, ours):
        why = explanation(known, capture, difference)
        agrees = agrees and why is not None
        lines.append("  %s: %s only in %s: %s%s" % (difference.where, difference.kind, difference.only, json.dumps(difference.value, ensure_ascii=False),
                                                     " (%d times)" % difference.times if difference.times > 1 else ""))
        if why:
            lines.append("    explained: " + why)
    smb = [c for c in theirs.connections if c.smb]
    total = "%d connections, %s" % (len(smb), ", ".join(
        "%d %ss" % (sum(c.seen[kind].total() for c in smb), kind) for kind in ("tree", "user", "file")))
    total += ", %d names, %d announced" % tuple(len(theirs.seen[kind]) for kind in ("name", "announced"))
    return agrees, ["%s: %s (%s)" % (capture, "agrees" if agrees else "differs", total)] + lines


def show(tshark, capture):
    try:
        reading = tshark.reading(capture)
    except Failed as e:
        return False, ["%s: %s" % (capture, e)]
    lines = [json.dumps({"capture": str(capture), "stream": c.stream, "ends": c.label(), "smb": c.smb, "dialect": c.dialect, **c.seen},
                        ensure_ascii=False) for c in reading.connections]
    return True, lines + [json.dumps({"capture": str(capture), **{k: sorted(v) for k, v in reading.seen.items()}}, ensure_ascii=False)]


def main():
    parser = argparse.ArgumentParser(description="Compare smbscope analyze with tshark.", epilog="See the head of this script.")
    parser.add_argument("captures", nargs="+", metavar="CAPTURE", help="captures, or folders of them")
    parser.add_argument("--smbscope", default=str(HERE.parent / "smbscope"), metavar="CMD", help="default: that of this repository")
    parser.add_argument("--known", type=pathlib.Path, default=HERE / "compare-known.json", metavar="FILE", help="explained differences")
    parser.add_argument("--reading", action="store_true", help="print tshark's reading alone")
    args = parser.parse_args()
    captures = []
    for name in args.captures:
        path = pathlib.Path(name)
        if not path.exists():
            parser.error("no such file or folder: " + name)
        captures += sorted(p for p in path.rglob("*") if p.is_file() and CAPTURE.search(p.name)) if path.is_dir() else [path]
    known = json.loads(args.known.read_text("utf-8")) if args.known.exists() else []
    agreeing = 0
    with tempfile.TemporaryDirectory() as home, concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        tshark, command = Tshark(home), shlex.split(args.smbscope)
        if args.reading:
            results = pool.map(lambda c: show(tshark, c), captures)
        else:
            results = pool.map(lambda c: compare(tshark, command, known, c), captures)
        for agrees, lines in results:
            agreeing += agrees
            print("\n".join(lines), flush=True)
    if not args.reading:
        print("compare: %d of %d captures agree" % (agreeing, len(captures)))
    sys.exit(0 if agreeing == len(captures) else 1)


if __name__ == "__main__":
    main()
