#!/usr/bin/python3
"""A server with the pipes that tools of attack call on Windows: answers that a call succeeded, and does nothing.

    windows.py ADDRESS USER PASSWORD FOLDER

FOLDER has a folder each for the shares ADMIN and C (ADMIN$ and C$). SMB 2.0.2, made of impacket's server.
"""
import os
import re
import socket
import struct
import sys
import threading

from impacket import ntlm, smb3structs as smb2, smbserver
from impacket.dcerpc.v5.rpcrt import DCERPCServer
from impacket.nt_errors import STATUS_SUCCESS

HANDLE = b"\0" * 4 + b"smbscope attacks" + b"\0" * 4  # a context handle, then status 0
OK = b"\0" * 4
DOES_NOT_EXIST = b"\0" * 20 + struct.pack("<L", 0x424)


class Services:
    """svcctl: a service that is started leaves the file that its command writes."""

    def __init__(self, folder):
        self.folder, self.command, self.exists = folder, "", False

    def create(self, stub):
        self.command, self.exists = stub.decode("utf-16-le", "replace"), True
        return b"\0" * 4 + HANDLE

    def start(self, _):
        output = re.search(r"__output\w*", self.command)
        if output:
            with open(os.path.join(self.folder, "C", output.group()), "w", encoding="ascii") as file:
                file.write("C:\\Windows\\system32>\r\n")
        return OK

    def open(self, _):
        return HANDLE if self.exists else DOES_NOT_EXIST

    def delete(self, _):
        self.exists = False
        return OK

    def calls(self):
        return {0: lambda _: HANDLE, 1: lambda _: b"\0" * 32, 2: self.delete, 6: lambda _: b"\0" * 32, 12: self.create,
                15: lambda _: HANDLE, 16: self.open, 19: self.start}


class Any(dict):
    """Every other call succeeds and brings a handle."""

    def __contains__(self, _):
        return True

    def __missing__(self, _):
        return lambda _: HANDLE


class Pipe(DCERPCServer):
    """impacket's serves one client after the other."""

    def run(self):
        self._sock.listen(10)
        while True:
            peer, _ = self._sock.accept()
            threading.Thread(target=self.serve, args=(peer,), daemon=True).start()

    def serve(self, peer):
        one = DCERPCServer()
        one._listenUUIDS, one._clientSock = self._listenUUIDS, peer
        with peer:
            data = one.recv()
            while data is not None:
                answer = one.processRequest(data)
                if answer is not None:
                    one.send(answer)
                data = one.recv()


LOGON = {4: lambda _: b"challeng" + OK, 26: lambda _: b"credenti" + b"\xff\xff\x2f\x21" + b"\0" * 4 + OK, 30: lambda _: b"\0" * 12 + OK}
TASKS = {1: lambda _: b"\0" * 12, 12: lambda _: b"\1" * 16 + OK, 13: lambda _: OK}

PIPES = [
    ("svcctl", "367abb81-9844-35f1-ad32-98f038001003", "2.0", None),
    ("atsvc", "86d35949-83c9-4044-b424-db363231fd0c", "1.0", TASKS),
    ("netlogon", "12345678-1234-abcd-ef00-01234567cffb", "1.0", LOGON),
    ("winreg", "338cd001-2244-31f1-aaaa-900038001003", "1.0", {}),
    ("spoolss", "12345678-1234-abcd-ef00-0123456789ab", "1.0", {}),
    ("eventlog", "82273fdc-e32a-18c3-3f78-827929dc23ea", "0.0", {}),
    ("InitShutdown", "894de0c0-0d55-11d3-a322-00c04fa321a1", "1.0", {}),
    ("epmapper", "000001a0-0000-0000-c000-000000000046", "0.0", {}),
]


OPEN = os.open


def open_folder(path, flags, *more):
    """impacket's server opens a folder as it does a file."""
    return OPEN(path, os.O_RDONLY if os.path.isabs(path) and os.path.isdir(path) else flags, *more)


def raw(answer):
    """A pipe that answers each message with the same octets."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            peer, _ = listener.accept()
            with peer:
                while peer.recv(65536):
                    peer.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    return listener.getsockname()


def main(address, user, password, folder):
    server = smbserver.SimpleSMBServer(listenAddress=address, listenPort=445)
    server.addShare("ADMIN$", os.path.join(folder, "ADMIN"))
    server.addShare("C$", os.path.join(folder, "C"))
    server.setSMB2Support(True)
    server.addCredential(user, 0, ntlm.compute_lmhash(password), ntlm.compute_nthash(password))
    for pipe, uuid, version, calls in PIPES:
        calls = Services(folder).calls() if calls is None else calls
        rpc = Pipe()
        rpc.addCallbacks((uuid, version), "\\PIPE\\" + pipe, Any(calls))
        rpc.daemon = True
        rpc.start()
        server.registerNamedPipe(pipe, ("127.0.0.1", rpc.getListenPort()))
    server.registerNamedPipe("RemCom_communicaton", raw(b"\0" * 8))
    server.registerNamedPipe("msagent_7f", raw(b"\0" * 8))
    server.registerNamedPipe("backchannel", raw(b"\0" * 8))
    smbserver.os.open = open_folder
    ioctls = server._SimpleSMBServer__server._SMBSERVER__smb2Ioctls
    ioctls[smb2.FSCTL_PIPE_WAIT] = lambda *_: (b"", STATUS_SUCCESS)
    server.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
