#!/usr/bin/env bash
# Records the sample captures again, from real servers and clients.
#
#   record.sh [-d DIR] [-l] [NAME...]     all of them, or those named; into DIR (default: this folder); -l lists the names;
#                                       VERBOSE=1 shows what the clients said
#
# Needs root and Debian's packages samba, smbclient, samba-testsuite, python3-impacket, tcpdump, tcpreplay,
# wireshark-common, zstd, lz4, ethtool, iproute2 and util-linux. Servers and clients run in namespaces of their own (network, processes,
# mounts, host name), which end with this script however it ends; the machine's accounts and names are neither used nor changed.
#
#   FILESRV  10.7.0.1  fd07::1  Samba, workgroup LABWG, user alice / Passw0rd; shares share (guests allowed), secret
#                               (encryption required), public (guests, read only), torture (alice may do all), IPC$
#   CLIENT1  10.7.0.2  fd07::2  Samba's and impacket's clients
set -euo pipefail

ME=${0##*/}
HERE=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/sbin:/sbin

check() {
  local missing=() pair
  for pair in smbd:samba nmbd:samba smbclient:smbclient rpcclient:smbclient smbpasswd:samba-common-bin \
      nmblookup:samba-common-bin smbtorture:samba-testsuite tcpdump:tcpdump editcap:wireshark-common \
      mergecap:wireshark-common tcprewrite:tcpreplay \
      zstd:zstd lz4:lz4 ethtool:ethtool ip:iproute2 tc:iproute2 unshare:util-linux; do
    command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  /usr/bin/python3 -c 'import impacket' 2>/dev/null || missing+=(python3-impacket)
  [ ${#missing[@]} -eq 0 ] || { echo "$ME: missing packages: ${missing[*]}" >&2; exit 2; }
  [ "$(id -u)" -eq 0 ] || { echo "$ME: needs root, for network namespaces" >&2; exit 2; }
}

### The laboratory ###

lab_up() {
  local end
  mount -t tmpfs tmpfs /run
  mkdir /run/samba
  hostname FILESRV
  mkdir -p "$LAB"/{private,lock,state,cache,pid,ncalrpc,log,share,secret,public,torture,local}
  chmod 755 "$LAB"
  chmod 777 "$LAB"/{share,secret,public}
  cp /etc/passwd "$LAB/passwd"
  echo 'alice:x:54321:65534::/nonexistent:/usr/sbin/nologin' >> "$LAB/passwd"
  mount --bind "$LAB/passwd" /etc/passwd
  printf '127.0.0.1 localhost\n10.7.0.1 filesrv.lab.example filesrv\n10.7.0.2 client1.lab.example client1\n' > "$LAB/hosts"
  mount --bind "$LAB/hosts" /etc/hosts
  : > "$LAB/resolv.conf"
  mount --bind "$LAB/resolv.conf" "$(realpath /etc/resolv.conf)"
  ip netns add srv
  ip netns add cli
  ip link add vs address 02:00:00:00:07:01 netns srv type veth peer name vc address 02:00:00:00:07:02 netns cli
  for end in "srv vs 1" "cli vc 2"; do
    # shellcheck disable=SC2086
    set -- $end
    ip netns exec "$1" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf."$2".accept_dad=0
    ip -n "$1" link set lo up
    ip -n "$1" addr add "10.7.0.$3/24" brd + dev "$2"
    ip -n "$1" addr add "fd07::$3/64" dev "$2"
    ip -n "$1" link set "$2" up
    # Without offloads a frame on the wire is what a switch's mirror port would show: 1,500 bytes at most.
    ip netns exec "$1" ethtool -K "$2" tso off gso off gro off tx off >/dev/null
  done
  ip -n srv addr add 10.7.0.3/24 dev vs # Samba's second address, for multichannel
  ip -n srv addr add 10.7.0.4/24 dev vs # impacket's server
  conf FILESRV '"10.7.0.1/24;capability=RSS,speed=1000000000" "10.7.0.3/24;capability=RSS,speed=1000000000" fd07::1/64' \
    > "$LAB/server.conf"
  conf CLIENT1 10.7.0.2/24 > "$LAB/client.conf"
  printf 'Passw0rd\nPassw0rd\n' | smbpasswd -c "$LAB/server.conf" -s -a alice >/dev/null
  files
  servers_up
}

# conf NAME INTERFACES: smb.conf of one host.
conf() {
  cat <<CONF
[global]
  workgroup = LABWG
  netbios name = $1
  interfaces = $2
  bind interfaces only = yes
  private dir = $LAB/private
  lock directory = $LAB/lock
  state directory = $LAB/state
  cache directory = $LAB/cache
  pid directory = $LAB/pid
  ncalrpc dir = $LAB/ncalrpc
  log file = $LAB/log/%m.log
  server min protocol = LANMAN1
  client min protocol = CORE
  ntlm auth = ntlmv1-permitted
  lanman auth = yes
  client lanman auth = yes
  client plaintext auth = yes
  map to guest = Bad User
  wins support = yes
  local master = yes
  preferred master = yes
  os level = 65
  server multi channel support = yes
  load printers = no
  oplocks = yes
  kernel oplocks = no
  kernel share modes = no
  durable handles = yes
  mangled names = yes
[share]
  path = $LAB/share
  read only = no
  guest ok = yes
[secret]
  path = $LAB/secret
  read only = no
  server smb encrypt = required
[public]
  path = $LAB/public
  guest ok = yes
[torture]
  path = $LAB/torture
  read only = no
  admin users = alice
  vfs objects = streams_xattr xattr_tdb
  ea support = yes
CONF
}

servers_up() {
  ip netns exec srv nmbd -D -s "$LAB/server.conf"
  ip netns exec srv smbd -D -s "$LAB/server.conf"
  local _
  for _ in $(seq 100); do
    ip netns exec cli smbclient -s "$LAB/client.conf" -U "$ALICE" //10.7.0.1/share -c quit >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "$ME: the server does not answer" >&2
  exit 1
}

# stop DAEMON: ends it and waits until it is gone.
stop() {
  local pid
  pid=$(cat "$LAB/pid/$1.pid")
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}

# with_option 'NAME = VALUE' COMMAND...: COMMAND while smbd has another option in [global].
with_option() {
  local option=$1
  shift
  stop smbd
  sed "s|^\[share\]|  $option\n&|" "$LAB/server.conf" > "$LAB/other.conf"
  ip netns exec srv smbd -D -s "$LAB/other.conf"
  sleep 1
  "$@"
  stop smbd
  ip netns exec srv smbd -D -s "$LAB/server.conf"
  sleep 1
}

files() {
  echo 'The quick brown fox jumps over the lazy dog.' > "$LAB/share/fox.txt"
  echo 'Nothing to see here.' > "$LAB/public/notice.txt"
  head -c 5000 /dev/zero | tr '\0' 'a' > "$LAB/local/five-thousand.txt"
  chown -R 54321 "$LAB/share" "$LAB/secret"
}

### Tools ###

ALICE='alice%Passw0rd'
FILTER='port 137 or port 138 or port 139 or port 445'

# Recording starts with `start NAME [tcpdump's options]` and ends with `finish`.
start() {
  local name=$1
  shift
  : > "$LAB/tcpdump.log"
  ip netns exec "${CAPTURE_NS:-cli}" tcpdump -i "${CAPTURE_DEV:-vc}" -s 0 -B 65536 -U -Z root -w "$DIR/$name" "$@" "${CAPTURE_FILTER:-$FILTER}" \
    2>"$LAB/tcpdump.log" &
  DUMP=$!
  until grep -q listening "$LAB/tcpdump.log"; do
    kill -0 $DUMP 2>/dev/null || { cat "$LAB/tcpdump.log" >&2; return 1; }
    sleep 0.1
  done
}

finish() {
  sleep 1.2
  kill -INT "$DUMP" 2>/dev/null || true
  wait "$DUMP" || true
  grep -q '^0 packets dropped by kernel' "$LAB/tcpdump.log" || { cat "$LAB/tcpdump.log" >&2; return 1; }
}

# What a client says is of interest only when nothing was recorded; its exit status is part of some samples (a wrong password).
client() { timeout 60 ip netns exec cli "$@" >> "$LAB/clients.log" 2>&1 < /dev/null || true; }
smb() { client smbclient -s "$LAB/client.conf" "$@"; }
rpc() { client rpcclient -s "$LAB/client.conf" "$@"; }
nmb() { client nmblookup -s "$LAB/client.conf" "$@"; }
torture() {
  client smbtorture //10.7.0.1/torture -s "$LAB/client.conf" -U "$ALICE" "$@"
}
impacket() {
  local example=$1
  shift
  client /usr/bin/python3 "/usr/share/doc/python3-impacket/examples/$example.py" "$@"
}

# What a person does in a share: a listing, a file put, got, renamed and deleted, a folder made and removed.
WORK='ls; mkdir reports; put five-thousand.txt reports\plan.txt; get fox.txt copy.txt; rename reports\plan.txt reports\final.txt; cd reports; ls; del final.txt; cd ..; rmdir reports'
work() { smb -U "$ALICE" "$@" -c "lcd $LAB/local; $WORK"; }

### The samples: function sample_X records X (with - for _) ###

dialect() {
  local name=$1 dialect=$2
  shift 2
  start "$name"
  work //10.7.0.1/share -m "$dialect" "$@"
  finish
}
# Samba has no CORE any more: refused.
sample_core_refused() { dialect core-refused.pcap CORE; }
sample_lanman1() { dialect lanman1.pcap LANMAN1 --option='client ntlmv2 auth=no' --option='client lanman auth=yes'; }
sample_lanman2() { dialect lanman2.pcap LANMAN2 --option='client ntlmv2 auth=no' --option='client lanman auth=yes'; }
sample_nt1() { dialect nt1.pcap NT1; }
SMB2_ONLY=(--option='client min protocol=SMB2_02')
sample_smb202() { dialect smb202.pcap SMB2_02 "${SMB2_ONLY[@]}"; }
sample_smb210() { dialect smb210.pcap SMB2_10 "${SMB2_ONLY[@]}"; }
sample_smb300() { dialect smb300.pcap SMB3_00 "${SMB2_ONLY[@]}"; }
sample_smb302() { dialect smb302.pcap SMB3_02 "${SMB2_ONLY[@]}"; }
sample_smb311() { dialect smb311.pcap SMB3_11 "${SMB2_ONLY[@]}"; }

sample_multi_protocol() {
  start multi-protocol.pcap
  work //10.7.0.1/share --option='client min protocol=NT1'
  finish
}

sample_port139_nt1() {
  start port139-nt1.pcap
  work //FILESRV/share -I 10.7.0.1 -p 139 -m NT1
  finish
}
sample_port139_smb311() {
  start port139-smb311.pcap
  work //FILESRV/share -I 10.7.0.1 -p 139
  finish
}
negative() {
  start port139-refused.pcap
  smb -U "$ALICE" //FILESRV/share -I 10.7.0.1 -p 139 -m NT1 -c ls
  finish
}
sample_port139_refused() { with_option 'hosts deny = 10.7.0.2' negative; }

sample_nbns() {
  start nbns.pcap
  nmb -B 10.7.0.255 FILESRV
  nmb -B 10.7.0.255 'FILESRV#20'
  nmb -B 10.7.0.255 LABWG#1d
  nmb -B 10.7.0.255 NOBODY
  nmb -A 10.7.0.1
  nmb -R -U 10.7.0.1 FILESRV
  nmb -R -U 10.7.0.1 NOBODY
  nmb -R -U 10.7.0.1 -r FILESRV
  nmb -M -- -
  finish
}
sample_nbns_registration() {
  start nbns-registration.pcap
  torture nbt.register nbt.wins
  finish
}
sample_browser() {
  start browser.pcap
  stop nmbd
  ip netns exec srv nmbd -D -s "$LAB/server.conf"
  sleep 55
  finish
}

sample_signed_nt1() {
  start signed-nt1.pcap
  work //10.7.0.1/share -m NT1 --client-protection=sign
  finish
}
sample_signed_smb210() {
  start signed-smb210.pcap
  work //10.7.0.1/share -m SMB2_10 --client-protection=sign
  finish
}
sample_signed_smb311() {
  start signed-smb311.pcap
  work //10.7.0.1/share --client-protection=sign
  work //10.7.0.1/share --client-protection=sign --option='client smb3 signing algorithms=AES-128-CMAC'
  work //10.7.0.1/share --client-protection=sign --option='client smb3 signing algorithms=HMAC-SHA256'
  finish
}
sample_encrypted_session_smb300() {
  start encrypted-session-smb300.pcap
  work //10.7.0.1/share -m SMB3_00 --client-protection=encrypt
  finish
}
sample_encrypted_session_smb311() {
  local cipher
  start encrypted-session-smb311.pcap
  for cipher in AES-128-GCM AES-128-CCM AES-256-GCM AES-256-CCM; do
    work //10.7.0.1/share --client-protection=encrypt --option="client smb3 encryption algorithms=$cipher"
  done
  finish
}
sample_encrypted_share() {
  start encrypted-share.pcap
  work //10.7.0.1/secret
  finish
}
sample_encrypted_share_refused() {
  start encrypted-share-refused.pcap
  work //10.7.0.1/secret -m SMB2_10
  finish
}

identity() {
  local name=$1
  shift
  start "$name.pcap"
  smb //10.7.0.1/public "$@" -c 'ls; get notice.txt -'
  finish
}
sample_guest() { identity guest -U 'visitor%whatever'; }
sample_anonymous() { identity anonymous -N -U ''; }
sample_anonymous_nt1() { identity anonymous-nt1 -N -U '' -m NT1; }
sample_wrong_password() { identity wrong-password -U 'alice%wrong'; }
sample_ntlmv1() { identity ntlmv1 -U "$ALICE" --option='client ntlmv2 auth=no'; }
sample_ntlmv1_nt1() {
  identity ntlmv1-nt1 -U "$ALICE" -m NT1 --option='client ntlmv2 auth=no' --option='client use spnego=no'
}
sample_lm() { identity lm -U "$ALICE" -m LANMAN2 --option='client ntlmv2 auth=no' --option='client lanman auth=yes'; }
sample_plain_text() {
  with_option 'encrypt passwords = no' identity plain-text -U "$ALICE" -m NT1 --option='client use spnego=no' \
    --option='client ntlmv2 auth=no' --option='client plaintext auth=yes'
}
sample_user_forms() {
  start user-forms.pcap
  smb //10.7.0.1/public -U 'FILESRV\alice%Passw0rd' -c ls
  smb //10.7.0.1/public -U 'alice@lab.example%Passw0rd' -c ls
  smb //10.7.0.1/public -U 'OTHERDOM\élodie%x' -c ls
  smb //10.7.0.1/nosuchshare -U "$ALICE" -c ls
  finish
}

sample_names() {
  start names.pcap
  touch "$LAB/share/"{'Jahresübersicht 2024.txt','日本語.txt','emoji-😀.txt','semi;colon & quote'\''s.txt'}
  smb //10.7.0.1/share -U "$ALICE" -c "ls; get \"Jahresübersicht 2024.txt\" -; get 日本語.txt -; get emoji-😀.txt -; get \"semi;colon & quote's.txt\" -"
  smb //10.7.0.1/share -U "$ALICE" -m NT1 -c "ls; get \"Jahresübersicht 2024.txt\" -; get 日本語.txt -; get emoji-😀.txt -"
  finish
}
sample_delete_forms() {
  start delete-forms.pcap
  torture smb2.create.delete smb2.delete-on-close-perms.OVERWRITE_IF smb2.delete-on-close-perms.CREATE
  torture -m NT1 base.delete.deltest1 base.delete.deltest2 base.delete.deltest20 base.unlink
  finish
}
sample_large_cut() {
  head -c 1000000 /dev/zero > "$LAB/local/large.bin"
  start large-cut.pcap -s 256
  smb //10.7.0.1/share -U "$ALICE" -c "lcd $LAB/local; put large.bin; get large.bin back.bin"
  smb //10.7.0.1/share -U "$ALICE" -m NT1 -c "lcd $LAB/local; put large.bin; get large.bin back.bin"
  finish
}

sample_rpc() {
  start rpc.pcap
  rpc -U "$ALICE" 10.7.0.1 -c 'srvinfo; enumdomusers; netshareenumall; lsaquery; lookupnames alice; queryuser alice'
  rpc -U "$ALICE" 10.7.0.1 --option='client ipc max protocol=NT1' -c 'srvinfo; netshareenumall; lsaquery'
  finish
}
rpc_impacket() {
  start rpc-impacket.pcap
  impacket samrdump 'alice:Passw0rd@10.7.0.1'
  impacket lookupsid 'alice:Passw0rd@10.7.0.1' 1010
  impacket netview 'alice:Passw0rd' -target 10.7.0.1 -noloop
  finish
}
# Where SMB 3 is offered, impacket encrypts.
sample_rpc_impacket() { with_option 'server max protocol = SMB2_10' rpc_impacket; }
impacket_client() {
  start "$1"
  printf 'shares\nuse share\nls\nget fox.txt\nmkdir box\nput %s\nrename five-thousand.txt moved.txt\nrm moved.txt\nrmdir box\nexit\n' \
    "$LAB/local/five-thousand.txt" > "$LAB/local/commands"
  (cd "$LAB/local" && impacket smbclient -file commands 'alice:Passw0rd@10.7.0.1')
  finish
}
sample_impacket_client() {
  impacket_client impacket-client-smb300.pcap
  with_option 'server max protocol = SMB2_10' impacket_client impacket-client-smb210.pcap
  with_option 'server max protocol = NT1' impacket_client impacket-client-nt1.pcap
}
sample_impacket_server() {
  local server option
  start impacket-server.pcap
  for option in '' -smb2support; do
    # shellcheck disable=SC2086
    (cd "$LAB/local" && exec ip netns exec srv /usr/bin/python3 /usr/share/doc/python3-impacket/examples/smbserver.py \
      -ip 10.7.0.4 -username alice -password Passw0rd $option BOX "$LAB/share" >> "$LAB/clients.log" 2>&1 < /dev/null) &
    server=$!
    sleep 2
    if [ -z "$option" ]; then
      smb //10.7.0.4/BOX -m NT1 -U "$ALICE" -c "lcd $LAB/local; $WORK"
    else
      smb //10.7.0.4/BOX -m SMB2_10 -U "$ALICE" -c "lcd $LAB/local; $WORK"
    fi
    kill "$server"
    wait "$server" 2>/dev/null || true
  done
  finish
}

tortured() {
  local name=$1
  shift
  start "$name.pcap"
  torture "$@"
  finish
}
sample_multichannel() { tortured multichannel smb2.multichannel.generic.interface_info smb2.multichannel.leases.test1 smb2.multichannel.oplocks.test1; }
sample_session_bind() { tortured session-bind smb2.session.bind1 smb2.session.bind2; }
sample_session_reauth() { tortured session-reauth smb2.session.reauth1 smb2.session.reauth4 smb2.session.reconnect1; }
sample_compound() { tortured compound smb2.compound; }
sample_lease() { tortured lease smb2.lease.request smb2.lease.upgrade smb2.lease.break smb2.lease.v2_request; }
sample_oplock() { tortured oplock smb2.oplock.exclusive1 smb2.oplock.batch1 smb2.oplock.levelii500; }
sample_durable() {
  tortured durable smb2.durable-open.open-oplock smb2.durable-open.reopen1 smb2.durable-v2-open.create-blob smb2.durable-v2-open.reopen1a
}
sample_notify_lock() { tortured notify-lock smb2.notify.dir smb2.lock.cancel smb2.lock.async smb2.lock.valid-request; }
sample_ioctl() { tortured ioctl smb2.ioctl.shadow_copy smb2.ioctl.req_resume_key smb2.ioctl.copy_chunk_simple smb2.ioctl.network_interface_info smb2.ioctl.sparse_file_flag; }
sample_create() { tortured create smb2.create.blob smb2.create.open smb2.create.multi smb2.create.mkdir-dup; }
sample_rename() { tortured rename smb2.rename.simple smb2.rename.msword; }
sample_streams() { tortured streams smb2.streams.io smb2.streams.names3 smb2.streams.delete; }
sample_nt1_open() { tortured nt1-open -m NT1 raw.open.open raw.open.openx raw.open.ntcreatex raw.open.nttrans-create raw.open.t2open raw.open.mknew raw.open.create raw.open.ctemp raw.open.chained-openx raw.open.chained-ntcreatex; }
sample_nt1_search() { tortured nt1-search -m NT1 'raw.search.one file search' raw.search.ea; }
sample_nt1_read_write() { tortured nt1-read-write -m NT1 raw.read.read raw.read.lockread raw.write.write raw.write.'write close' raw.write.'write unlock'; }
sample_nt1_rename() {
  tortured nt1-rename -m NT1 raw.rename.mv raw.rename.trans2rename raw.rename.nttransrename raw.unlink.unlink raw.mkdir raw.rename.ntrename
  # NT_RENAME's test tries thousands of flags.
  editcap -F pcap -r "$DIR/nt1-rename.pcap" "$LAB/begin.pcap" 1-500
  mv "$LAB/begin.pcap" "$DIR/nt1-rename.pcap"
}
sample_nt1_misc() { tortured nt1-misc -m NT1 base.tcon base.vuid base.negnowait raw.context.session1 raw.context.tree raw.seek raw.close; }
sample_nt1_ascii() {
  start nt1-ascii.pcap
  smb //10.7.0.1/share -m NT1 -U "$ALICE" --option='unicode=no' -c "lcd $LAB/local; $WORK"
  finish
}

sample_ipv6() {
  start ipv6.pcap
  smb //fd07::1/share -U "$ALICE" -c "lcd $LAB/local; $WORK"
  finish
}

sample_vxlan() {
  local end
  for end in "srv vs 1 2" "cli vc 2 1"; do
    # shellcheck disable=SC2086
    set -- $end
    ip -n "$1" link add vx type vxlan id 42 dev "$2" remote "10.7.0.$4" local "10.7.0.$3" dstport 4789
    ip -n "$1" addr add "10.7.42.$3/24" dev vx
    ip -n "$1" link set vx up
    ip netns exec "$1" ethtool -K vx tso off gso off gro off tx off >/dev/null
  done
  CAPTURE_FILTER='udp port 4789' start vxlan.pcap
  with_option 'interfaces = 10.7.0.1/24 10.7.42.1/24' work //10.7.42.1/share
  finish
  ip -n srv link del vx
  ip -n cli link del vx
}
sample_any_device() {
  CAPTURE_DEV=any start any-device.pcap --time-stamp-precision=nano
  work //10.7.0.1/share
  finish
  CAPTURE_DEV=any start any-device-sll1.pcap -y LINUX_SLL
  work //10.7.0.1/share
  finish
}

# A domain controller in place of the file server: Kerberos, drsuapi, netlogon.
sample_kerberos() {
  local ad=$LAB/ad
  stop smbd
  stop nmbd
  samba-tool domain provision --realm=LAB.EXAMPLE --domain=LABWG --adminpass='Passw0rd.AD' --server-role=dc \
    --dns-backend=SAMBA_INTERNAL --host-name=FILESRV --host-ip=10.7.0.1 --targetdir="$ad" \
    --option='interfaces=10.7.0.1/24' --option='bind interfaces only=yes' --option='vfs objects=dfs_samba4 acl_xattr xattr_tdb' \
    >> "$LAB/clients.log" 2>&1
  printf '[libdefaults]\n default_realm = LAB.EXAMPLE\n dns_lookup_kdc = false\n rdns = false\n[realms]\n LAB.EXAMPLE = {\n  kdc = 10.7.0.1\n }\n' > "$LAB/krb5.conf"
  samba-tool user create alice Passw0rd -s "$ad/etc/smb.conf" >> "$LAB/clients.log" 2>&1
  ip netns exec srv samba -D -s "$ad/etc/smb.conf"
  sleep 8
  start kerberos.pcap
  KRB5_CONFIG=$LAB/krb5.conf client smbclient //filesrv.lab.example/sysvol -s "$LAB/client.conf" \
    -U 'alice@LAB.EXAMPLE%Passw0rd' --use-kerberos=required -c 'ls; cd lab.example; ls'
  KRB5_CONFIG=$LAB/krb5.conf client rpcclient filesrv.lab.example -s "$LAB/client.conf" \
    -U 'alice@LAB.EXAMPLE%Passw0rd' --use-kerberos=required -c 'lsaquery; dsroledominfo'
  finish
}

### Cut and rewrapped forms of one recording ###

# A put and a get of 60,000 bytes; what follows is cut from it.
source_of_cuts() {
  head -c 60000 /dev/zero | tr '\0' 'b' > "$LAB/local/sixty-thousand.txt"
  DIR=$LAB start cuts.pcap
  smb //10.7.0.1/share -U "$ALICE" -c "lcd $LAB/local; $WORK; put sixty-thousand.txt; get sixty-thousand.txt back.txt"
  finish
  DIR=$LAB start cuts-nt1.pcap
  smb //10.7.0.1/share -U "$ALICE" -m NT1 -c "lcd $LAB/local; $WORK; put sixty-thousand.txt; get sixty-thousand.txt back.txt"
  finish
}
sample_midstream() {
  source_of_cuts
  editcap -F pcap "$LAB/cuts.pcap" "$DIR/midstream-smb311.pcap" 1-25
  editcap -F pcap "$LAB/cuts-nt1.pcap" "$DIR/midstream-nt1.pcap" 1-25
}
sample_gaps() {
  source_of_cuts
  # Lost: an answer, and segments in the midst of a write and of a read.
  editcap -F pcap "$LAB/cuts.pcap" "$DIR/gaps-smb311.pcap" 40-41 85-87 110-114
  editcap -F pcap "$LAB/cuts-nt1.pcap" "$DIR/gaps-nt1.pcap" 40-41 85-87 110-114
}
sample_disorder() {
  source_of_cuts
  # Every seventh packet arrives 100 us late, and every second one of them in time too.
  editcap -F pcap -t 0.0001 "$LAB/cuts.pcap" "$LAB/late.pcap"
  # shellcheck disable=SC2046
  editcap -F pcap -r "$LAB/late.pcap" "$LAB/some.pcap" $(seq 4 7 200)
  # shellcheck disable=SC2046
  editcap -F pcap "$LAB/cuts.pcap" "$LAB/others.pcap" $(seq 4 14 200)
  mergecap -F pcap -w "$DIR/disorder.pcap" "$LAB/others.pcap" "$LAB/some.pcap"
}
sample_one_direction() {
  source_of_cuts
  tcpdump -r "$LAB/cuts.pcap" -Z root -w "$DIR/one-direction.pcap" 'src 10.7.0.2' 2>/dev/null
}
sample_cut_off() {
  source_of_cuts
  head -c 30000 "$LAB/cuts.pcap" > "$DIR/cut-off.pcap"
}
sample_vlan() {
  DIR=$LAB sample_smb311
  tcprewrite --enet-vlan=add --enet-vlan-tag=7 --enet-vlan-cfi=0 --enet-vlan-pri=3 -i "$LAB/smb311.pcap" -o "$DIR/vlan.pcap"
  tcprewrite --enet-vlan=add --enet-vlan-proto=802.1ad --enet-vlan-tag=100 --enet-vlan-cfi=0 --enet-vlan-pri=0 \
    -i "$DIR/vlan.pcap" -o "$DIR/qinq.pcap"
}
sample_forms() {
  DIR=$LAB sample_smb311
  DIR=$LAB sample_nt1
  editcap -F pcap "$LAB/smb311.pcap" "$LAB/form.pcap"
  editcap -F nsecpcap "$LAB/smb311.pcap" "$DIR/form-nanoseconds.pcap"
  editcap -F pcapng "$LAB/smb311.pcap" "$DIR/form.pcapng"
  mergecap -F pcapng -I none -w "$DIR/form-two-interfaces.pcapng" "$LAB/smb311.pcap" "$LAB/nt1.pcap"
  # They write this machine's kernel into the section header.
  LC_ALL=C sed -i "s/$(uname -s -r | sed 's/[.]/[.]/g')/$(uname -s -r | tr -c 'a-zA-Z\n' ' ')/" "$DIR"/form*.pcapng
  gzip -9nc "$LAB/form.pcap" > "$DIR/form.pcap.gz"
  zstd -q -19 -f "$LAB/form.pcap" -o "$DIR/form.pcap.zst"
  lz4 -q -9 -f "$LAB/form.pcap" "$DIR/form.pcap.lz4"
}
sample_rotated() {
  source_of_cuts
  editcap -c 100 -F pcap "$LAB/cuts.pcap" "$LAB/rotated.pcap"
  cp "$LAB"/rotated_00000*.pcap "$DIR/rotated-1.pcap"
  cp "$LAB"/rotated_00001*.pcap "$DIR/rotated-2.pcap"
}

### Main ###

names() { declare -F | sed -n 's/^declare -f sample_//p' | tr _ -; }

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  DIR=$HERE
  while getopts d:l option; do
    case $option in
      d) DIR=$OPTARG ;;
      l) names; exit ;;
      *) echo "usage: $ME [-d DIR] [-l] [NAME...]" >&2; exit 2 ;;
    esac
  done
  shift $((OPTIND - 1))
  for name in "$@"; do
    names | grep -qxF -- "$name" || { echo "$ME: no sample is called $name; $ME -l lists them" >&2; exit 2; }
  done
  check
  mkdir -p "$DIR"
  DIR=$(realpath "$DIR")
  LAB='' INSIDE=''
  # unshare ignores gentler signals; what runs inside dies with it.
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; [ -z "$LAB" ] || { sleep 0.5; rm -rf "$LAB"; }' EXIT
  trap 'exit 130' INT TERM HUP
  # shellcheck disable=SC2046
  [ $# -gt 0 ] || set -- $(names)
  failed=()
  for name in "$@"; do
    echo "$name"
    LAB=$(mktemp -d)
    : > "$LAB/clients.log"
    export SMBSCOPE_IN_NAMESPACES=1 LAB DIR
    unshare --mount --pid --uts --fork --kill-child --mount-proc bash "$0" "$name" > "$LAB/out" 2>&1 < /dev/null &
    INSIDE=$!
    if ! wait "$INSIDE"; then
      failed+=("$name")
      cat "$LAB/out" "$LAB/clients.log" >&2
    elif [ -n "${VERBOSE:-}" ]; then
      cat "$LAB/out" "$LAB/clients.log"
    fi
    INSIDE=''
    rm -rf "$LAB"
  done
  [ ${#failed[@]} -eq 0 ] || { echo "$ME: not recorded: ${failed[*]}" >&2; exit 1; }
  exit
fi

lab_up
"sample_${1//-/_}"
