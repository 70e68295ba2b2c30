#!/usr/bin/env python3
"""Copies a capture N times into one file, each copy with another client address and later times.

    multiply.py IN.pcap N CLIENT OUT.pcap

IN is a classic Ethernet pcap of IPv4. In the copies CLIENT (an IPv4 address) becomes the N addresses that follow it,
its MAC address changes with it, and IPv4, TCP and UDP checksums are put right.
"""
import ipaddress
import struct
import sys


def packets(data, order):
    at = 24
    while at + 16 <= len(data):
        sec, frac, size, wire = struct.unpack_from(order + "4I", data, at)
        yield sec, frac, wire, bytearray(data[at + 16:at + 16 + size])
        at += 16 + size


def adjusted(checksum, old, new):
    """RFC 1624: HC' = ~(~HC + ~m + m'), for a 4-byte field."""
    total = ~checksum & 0xFFFF
    for o, n in zip(struct.unpack("!2H", old), struct.unpack("!2H", new)):
        total += (~o & 0xFFFF) + n
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def adjust(frame, at, old, new):
    struct.pack_into("!H", frame, at, adjusted(struct.unpack_from("!H", frame, at)[0], old, new))


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as f:
        data = f.read()
    copies, old, out = int(sys.argv[2]), ipaddress.IPv4Address(sys.argv[3]).packed, sys.argv[4]
    order, units = {b"\xd4\xc3\xb2\xa1": ("<", 10**6), b"\xa1\xb2\xc3\xd4": (">", 10**6),
                    b"\x4d\x3c\xb2\xa1": ("<", 10**9), b"\xa1\xb2\x3c\x4d": (">", 10**9)}[data[:4]]
    read = [p for p in packets(data, order) if p[3][12:14] == b"\x08\x00"]
    first = read[0][0] * units + read[0][1]
    span = read[-1][0] * units + read[-1][1] - first + units
    with open(out, "wb") as f:
        f.write(data[:24])
        for copy in range(copies):
            new = (ipaddress.IPv4Address(old) + copy).packed
            chunk = bytearray()
            for sec, frac, wire, original in read:
                frame = bytearray(original)
                transport = 14 + (frame[14] & 15) * 4
                checksum = transport + {6: 16, 17: 6}.get(frame[23], 0)
                for ip, mac in ((26, 6), (30, 0)):
                    if frame[ip:ip + 4] == old:
                        frame[ip:ip + 4] = new
                        frame[mac + 4:mac + 6] = new[2:]
                        adjust(frame, 24, old, new)
                        if checksum > transport:
                            adjust(frame, checksum, old, new)
                time = sec * units + frac + copy * span
                chunk += struct.pack(order + "4I", time // units, time % units, len(frame), wire) + frame
            f.write(chunk)


if __name__ == "__main__":
    main()
