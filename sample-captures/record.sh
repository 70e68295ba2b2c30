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

# shellcheck source=lab.sh
. "$(dirname "$0")/lab.sh"

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

main "$@"
