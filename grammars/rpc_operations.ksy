meta:
  id: rpc_operations
  title: Numbers of operations, by interface
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: The operation number of a DCE/RPC request, once more under its interface's name.
doc-ref: C706 12.6.4.9
seq: []
-generated:
  - {name: atsvc.opnum, as: dec, octets: 2, label: Operation}
  - {name: clusapi.opnum, as: dec, octets: 2, label: Operation}
  - {name: dispatch.opnum, as: dec, octets: 2, label: Operation}
  - {name: dnsserver.opnum, as: dec, octets: 2, label: Operation}
  - {name: drsuapi.opnum, as: dec, octets: 2, label: Operation}
  - {name: dssetup.opnum, as: dec, octets: 2, label: Operation}
  - {name: efs.opnum, as: dec, octets: 2, label: Operation}
  - {name: epm.opnum, as: dec, octets: 2, label: Operation}
  - {name: eventlog.opnum, as: dec, octets: 2, label: Operation}
  - {name: frsapi.opnum, as: dec, octets: 2, label: Operation}
  - {name: frsrpc.opnum, as: dec, octets: 2, label: Operation}
  - {name: frstrans.opnum, as: dec, octets: 2, label: Operation}
  - {name: fsrvp.opnum, as: dec, octets: 2, label: Operation}
  - {name: initshutdown.opnum, as: dec, octets: 2, label: Operation}
  - {name: iremotewinspool.opnum, as: dec, octets: 2, label: Operation}
  - {name: isystemactivator.opnum, as: dec, octets: 2, label: Operation}
  - {name: lsarpc.opnum, as: dec, octets: 2, label: Operation}
  - {name: mapi.opnum, as: dec, octets: 2, label: Operation}
  - {name: messenger.opnum, as: dec, octets: 2, label: Operation}
  - {name: mgmt.opnum, as: dec, octets: 2, label: Operation}
  - {name: netdfs.opnum, as: dec, octets: 2, label: Operation}
  - {name: netlogon.opnum, as: dec, octets: 2, label: Operation}
  - {name: oxid.opnum, as: dec, octets: 2, label: Operation}
  - {name: pnp.opnum, as: dec, octets: 2, label: Operation}
  - {name: remact.opnum, as: dec, octets: 2, label: Operation}
  - {name: remunk.opnum, as: dec, octets: 2, label: Operation}
  - {name: rfr.opnum, as: dec, octets: 2, label: Operation}
  - {name: rpc_browser.opnum, as: dec, octets: 2, label: Operation}
  - {name: rras.opnum, as: dec, octets: 2, label: Operation}
  - {name: samr.opnum, as: dec, octets: 2, label: Operation}
  - {name: spoolss.opnum, as: dec, octets: 2, label: Operation}
  - {name: srvsvc.opnum, as: dec, octets: 2, label: Operation}
  - {name: svcctl.opnum, as: dec, octets: 2, label: Operation}
  - {name: tapi.opnum, as: dec, octets: 2, label: Operation}
  - {name: taskschedulerservice.opnum, as: dec, octets: 2, label: Operation}
  - {name: trksvr.opnum, as: dec, octets: 2, label: Operation}
  - {name: typeinfo.opnum, as: dec, octets: 2, label: Operation}
  - {name: winreg.opnum, as: dec, octets: 2, label: Operation}
  - {name: witness.opnum, as: dec, octets: 2, label: Operation}
  - {name: wkssvc.opnum, as: dec, octets: 2, label: Operation}
  - {name: wzcsvc.opnum, as: dec, octets: 2, label: Operation}
