#!/usr/bin/env python3
"""Hold `smbscope readiness` over captures together to what tshark says of their connections.

    readiness.py CAPTURE...

Compared by the number of each connection's first packet, counted over all captures: those on SMB1, with NTLMv1, on
port 139, with a session and no signed message, with a session and no encrypted message.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict

SMBSCOPE = os.environ.get("SMBSCOPE", "./smbscope")
FIELDS = ["frame.number", "tcp.stream", "tcp.dstport", "tcp.srcport", "smb.cmd", "smb2.cmd", "smb.flags.response",
          "smb2.flags.response", "smb.dialect.index", "smb.nt_status", "smb2.nt_status", "smb2.flags.signature", "smb.flags2.sec_sig",
          "smb.signature", "smb2.header.transform.signature", "smb2.protocol_id", "ntlmssp.auth.ntresponse",
          "smb.unicode_pwlen", "smb2.dialect", "nbss.type", "smb2.ioctl.function"]
NEGOTIATE1, SESSION_SETUP1, TREE_CONNECT1 = 0x72, 0x73, 0x75
ZEROS = {"", "0000000000000000"}


def number(text):
    return int(text, 0) if text else None


class Stream:
    def __init__(self, first):
        self.first = first
        self.smb1 = self.ntlmv1 = self.port139 = self.session = self.signed = self.encrypted = False
        self.plain = False
        self.dialect = None


def streams(capture):
    command = ["tshark", "-n", "-r", capture, "-Y", "tcp", "-T", "fields", "-E", "separator=/t", "-E", "occurrence=a", "-E", "aggregator=,"]
    for name in FIELDS:
        command += ["-e", name]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found, packets = {}, 0
    for line in out.splitlines():
        cells = dict(zip(FIELDS, line.split("\t")))
        stream = found.setdefault(cells["tcp.stream"], Stream(int(cells["frame.number"])))
        read(stream, {name: value.split(",") if value else [] for name, value in cells.items()})
    count = subprocess.run(["capinfos", "-c", "-M", "-T", "-r", capture], capture_output=True, text=True, check=True).stdout
    return list(found.values()), int(count.split()[-1])


def read(stream, cells):
    smb1, smb2 = [number(c) for c in cells["smb.cmd"]], [number(c) for c in cells["smb2.cmd"]]
    if smb1 or smb2 or cells["smb2.header.transform.signature"]:
        stream.port139 |= "139" in cells["tcp.dstport"] + cells["tcp.srcport"]
    response1 = any(v in ("1", "True") for v in cells["smb.flags.response"])
    if smb1:
        index = [number(v) for v in cells["smb.dialect.index"]]
        stream.smb1 |= any(c != NEGOTIATE1 for c in smb1) or (response1 and bool(index) and index[0] != 0xFFFF)
        ok = all(number(v) == 0 for v in cells["smb.nt_status"])
        stream.session |= response1 and SESSION_SETUP1 in smb1 and ok
        if not {NEGOTIATE1, SESSION_SETUP1} & set(smb1):
            signed = any(v not in ZEROS for v in cells["smb.signature"])
            stream.signed |= signed and any(v in ("1", "True") for v in cells["smb.flags2.sec_sig"])
            stream.plain |= not signed
        if SESSION_SETUP1 in smb1 and not response1 and "24" in cells["smb.unicode_pwlen"]:
            stream.ntlmv1 = True
    for value in cells["ntlmssp.auth.ntresponse"]:
        stream.ntlmv1 |= len(value.replace(":", "")) == 48
    if cells["smb2.header.transform.signature"]:
        stream.encrypted = True
    if cells["smb2.dialect"]:
        stream.dialect = cells["smb2.dialect"][0]
    for i, command in enumerate(smb2):
        response = i < len(cells["smb2.flags.response"]) and cells["smb2.flags.response"][i] in ("1", "True")
        signature = i < len(cells["smb2.flags.signature"]) and cells["smb2.flags.signature"][i] in ("1", "True")
        if command == 1 and response and cells["smb2.nt_status"] and number(cells["smb2.nt_status"][0]) == 0:
            stream.session = True
        if command not in (0, 1, 3) and not cells["smb2.header.transform.signature"]:
            validates = any(number(v) == 0x140204 for v in cells["smb2.ioctl.function"])
            stream.signed |= signature and not validates
            stream.plain |= not signature


def main(captures):
    out = subprocess.run([SMBSCOPE, "readiness", "--json", "-"] + captures, capture_output=True, text=True)
    if out.returncode not in (0, 3):
        sys.exit(out.stderr)
    ours = defaultdict(set)
    for line in out.stdout.splitlines():
        record = json.loads(line)
        for dependence in record["dependences"]:
            ours[record["topic"]].update(dependence["connections"])
    theirs, before = defaultdict(set), 0
    for capture in captures:
        found, packets = streams(capture)
        for stream in found:
            first = before + stream.first
            for topic, holds in (("smb1", stream.smb1), ("ntlmv1", stream.ntlmv1 and stream.session), ("netbios-session", stream.port139),
                                 ("unsigned", stream.session and stream.plain and not stream.signed),
                                 ("unencrypted", stream.session and not stream.encrypted)):
                if holds:
                    theirs[topic].add((first, f"{os.path.basename(capture)}#{stream.first}"))
        before += packets
    wrong = 0
    for topic in ("smb1", "ntlmv1", "netbios-session", "unsigned", "unencrypted"):
        names = dict(theirs[topic])
        more, fewer = ours[topic] - set(names), set(names) - ours[topic]
        wrong += len(more) + len(fewer)
        print(f"{topic}: {len(names)} connections by tshark, {len(ours[topic])} by smbscope")
        for first in sorted(fewer):
            print(f"  only tshark: {names[first]}")
        for first in sorted(more):
            print(f"  only smbscope: packet {first}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
