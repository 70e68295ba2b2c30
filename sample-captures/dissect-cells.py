#!/usr/bin/env python3
"""Writes what tshark reads of captures, for the test that holds `smbscope dissect` to it without tshark.

    dissect-cells.py [CAPTURE...]

Of each sample in SAMPLES (or each CAPTURE beside them) all fields of PROTOCOLS that occur in it become the columns of
src/test/resources/dissect/NAME.tsv.gz, as `tshark -T fields -E header=y` prints them: one line a frame. Made with tshark
4.0.17; other versions name or print some fields otherwise.
"""
import gzip
import os
import re
import subprocess
import sys

PROTOCOLS = {"nbss", "nbns", "nbdgm", "browser", "mailslot", "smb", "smb2", "ntlmssp", "dcerpc"}
SAMPLES = """
    any-device-sll1 browser compound create disorder durable encrypted-session-smb311 gaps-nt1 gaps-smb311 guest ioctl
    lease midstream-nt1 multi-protocol nbns notify-lock nt1 nt1-ascii nt1-misc nt1-search oplock port139-nt1
    signed-smb311 smb202 smb311
""".split()
# tshark tells of a TID that it does not know what it knows of the next lower one.
EXCEPT = {"smb.path", "smb.fid.mapped_in"}
HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "src", "test", "resources", "dissect")
# tshark must not see anybody's preferences.
ENVIRONMENT = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8", HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent")


def tshark(*arguments):
    return subprocess.run(["tshark", *arguments], env=ENVIRONMENT, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True).stdout


def registered():
    """The fields of PROTOCOLS; times between frames are left out, since they hang on the clock of the capture."""
    fields = set()
    for line in tshark("-G", "fields").decode("utf-8", "replace").splitlines():
        column = line.split("\t")
        if column[0] == "F" and column[4] in PROTOCOLS and column[3] != "FT_RELATIVE_TIME" and column[2] not in EXCEPT:
            fields.add(column[2])
    return fields


def write(capture, fields):
    pdml = tshark("-n", "-r", capture, "-T", "pdml").decode("utf-8", "replace")
    occurring = [name for name in dict.fromkeys(re.findall(r'<field name="([^"]+)"', pdml)) if name in fields]
    columns = [argument for name in occurring for argument in ("-e", name)]
    cells = tshark("-r", capture, "-T", "fields", "-E", "header=y", *columns)
    name = os.path.basename(capture) + ".tsv.gz"
    with open(os.path.join(FOLDER, name), "wb") as file, gzip.GzipFile("", "wb", 9, file, 0) as packed:
        packed.write(cells)
    print("%s: %d fields" % (name, len(occurring)))


def main():
    captures = sys.argv[1:] or [os.path.join(HERE, name + ".pcap") for name in SAMPLES]
    os.makedirs(FOLDER, exist_ok=True)
    fields = registered()
    for capture in captures:
        write(capture, fields)


if __name__ == "__main__":
    main()
