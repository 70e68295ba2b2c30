#!/usr/bin/python3
"""Messages of SMB1 that exploits and scanners send, without what makes them work.

    smb1.py KIND ADDRESS USER PASSWORD
"""
import sys

from impacket import smb

PEEK_NMPIPE = 0x23
TRANS2_SESSION_SETUP = 0x0E


class Client(smb.SMB):
    def __init__(self, address, user, password):
        super().__init__(address, address, sess_port=445)
        self.login(user, password)
        self.tree = self.tree_connect_andx("\\\\%s\\IPC$" % address)

    def message(self, number, parameters, data, mid):
        """One message with the head that a session message has."""
        packet = smb.NewSMBPacket()
        packet["Tid"] = self.tree
        command = smb.SMBCommand(number)
        command["Parameters"] = parameters
        command["Data"] = data
        packet.addCommand(command)
        packet["Uid"] = self._uid
        packet["Pid"] = 0x0BAD
        packet["Mid"] = mid
        octets = packet.getData()
        return len(octets).to_bytes(4, "big") + octets

    def send(self, *messages):
        """All in one segment, so that no answer comes between."""
        self._sess.get_socket().sendall(b"".join(messages))

    def answer(self):
        try:
            return self._sess.recv_packet(2)
        except Exception:  # The server did not like it.
            return None


def words(*values):
    return b"".join(value.to_bytes(size, "little") for value, size in values)


def transaction(subcommand, fid):
    """SMB_COM_TRANSACTION with two words of setup."""
    name = b"\0\\\0P\0I\0P\0E\0\\\0\0\0"
    return words((0, 2), (0, 2), (0xFFFF, 2), (0xFFFF, 2), (0, 1), (0, 1), (0, 2), (0, 4), (0, 2), (0, 2), (74, 2), (0, 2),
                 (74, 2), (2, 1), (0, 1), (subcommand, 2), (fid, 2)), name


def probe(client):
    client.send(client.message(0x25, *transaction(PEEK_NMPIPE, 0), 64))
    client.answer()


def pulsar(client):
    # SMB_COM_TRANSACTION2: 12 octets of parameters behind the padding.
    parameters = words((12, 2), (0, 2), (1, 2), (0, 2), (0, 1), (0, 1), (0, 2), (0x00EE3401, 4), (0, 2), (12, 2), (66, 2),
                       (0, 2), (78, 2), (1, 1), (0, 1), (TRANS2_SESSION_SETUP, 2))
    client.send(client.message(0x32, parameters, b"\0" * 15, 65))
    client.answer()


def blue(client):
    # SMB_COM_NT_TRANSACT whose data are to follow, which those of another command do.
    total = 0x10400
    first = words((1, 1), (0, 2), (0x1E, 4), (total, 4), (0x1E, 4), (0, 4), (0x1E, 4), (76, 4), (100, 4), (108, 4), (1, 1),
                  (0, 2), (0, 2))
    part = words((0, 2), (total & 0xFFFF, 2), (0, 2), (0, 2), (0, 2), (64, 2), (54, 2), (100, 2), (0, 2))
    second = client.message(0x33, part, b"\0" * 70, 66)
    client.send(client.message(0xA0, first, b"\0" * 140, 66), second, second, second)
    client.answer()


def romance(client):
    # SMB_COM_TRANSACTION of which a part is to follow, and a write that takes its place.
    first = words((0, 2), (4096, 2), (0xFFFF, 2), (0xFFFF, 2), (0, 1), (0, 1), (0, 2), (0, 4), (0, 2), (0, 2), (80, 2),
                  (16, 2), (80, 2), (2, 1), (0, 1), (0x26, 2), (0x4000, 2))
    begun = client.message(0x25, first, b"\0\\\0P\0I\0P\0E\0\\\0\0\0" + b"\0" * 20, 67)
    write = words((0xFF, 1), (0, 1), (0, 2), (0x4000, 2), (0, 4), (0, 4), (8, 2), (16, 2), (0, 2), (16, 2), (64, 2), (0, 4))
    client.send(begun, client.message(0x2F, write, b"\0" * 17, 67))
    client.answer()


def reserved(client):
    client.send(client.message(0xD8, words((0, 2)), b"", 68))
    client.answer()


KINDS = {"probe": probe, "pulsar": pulsar, "blue": blue, "romance": romance, "reserved": reserved}

if __name__ == "__main__":
    KINDS[sys.argv[1]](Client(*sys.argv[2:]))
