#!/usr/bin/env bash
# Makes the two large captures that src/bench/compare.sh is meant for, from a real Samba server.
#
#   make-captures.sh DIR [bulk|metadata]...
#
#   bulk.pcap      a 300 MiB file put and got over SMB 3.1.1 in 1,500-byte frames, reads and writes of 64 KiB:
#                  about 460,000 packets, 670 MB
#   metadata.pcap  2,000 small files put, listed and deleted, 99 of them got and renamed between; that capture 40
#                  times, one after another, with another client address each: about 900,000 packets, 390 MB. ALL=1 gets
#                  and renames all 2,000: about 2,000,000 packets.
#
# Needs root, and Debian's packages samba, smbclient, tcpdump, ethtool, iproute2, util-linux and python3. Server and client run in
# namespaces of their own (network, processes, mounts, host name), which end with this script, however it ends:
# nothing on this machine is changed but DIR.
set -euo pipefail

usage() { echo "usage: ${0##*/} DIR [bulk|metadata]..." >&2; exit 2; }
[ $# -ge 1 ] || usage
HERE=$(cd "$(dirname "$0")" && pwd)

check() {
  local missing=() pair
  for pair in smbd:samba smbclient:smbclient smbpasswd:samba-common-bin tcpdump:tcpdump ethtool:ethtool ip:iproute2 \
      tc:iproute2 unshare:util-linux python3:python3; do
    command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  [ ${#missing[@]} -eq 0 ] || { echo "${0##*/}: missing packages: ${missing[*]}" >&2; exit 2; }
  [ "$(id -u)" -eq 0 ] || { echo "${0##*/}: needs root, for network namespaces" >&2; exit 2; }
}

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  PATH=$PATH:/usr/sbin:/sbin
  check
  mkdir -p "$1"
  LAB=$(mktemp -d) INSIDE=''
  # unshare ignores gentler signals; what runs inside dies with it.
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; sleep 0.5; rm -rf "$LAB"' EXIT
  trap 'exit 130' INT TERM HUP
  SMBSCOPE_IN_NAMESPACES=1 LAB=$LAB OUT=$(realpath "$1") \
    unshare --mount --pid --uts --fork --kill-child --mount-proc bash "$0" "$@" < /dev/null &
  INSIDE=$!
  status=0
  wait "$INSIDE" || status=$?
  INSIDE=''
  exit "$status"
fi
shift
[ $# -gt 0 ] || set -- bulk metadata

# What follows runs in the namespaces.
mount -t tmpfs tmpfs /run
hostname FILESRV
ip netns add srv
ip netns add cli
SRV=(ip netns exec srv)
CLI=(ip netns exec cli)

lab_up() {
  mkdir -p "$LAB"/{private,lock,state,cache,pid,ncalrpc,log,share,local}
  chmod 755 "$LAB"
  chmod 777 "$LAB/share"
  cp /etc/passwd "$LAB/passwd"
  grep -q '^alice:' "$LAB/passwd" || echo 'alice:x:54321:65534::/nonexistent:/usr/sbin/nologin' >> "$LAB/passwd"
  mount --bind "$LAB/passwd" /etc/passwd
  ip link add vs address 02:00:00:00:07:01 netns srv type veth peer name vc address 02:00:00:00:07:02 netns cli
  ip -n srv addr add 10.7.0.1/24 brd + dev vs
  ip -n cli addr add 10.7.0.2/24 brd + dev vc
  for end in "srv lo" "cli lo" "srv vs" "cli vc"; do ip -n ${end% *} link set ${end#* } up; done
  # Without offloads a frame on the wire is what a switch's mirror port would show: 1,500 bytes at most.
  "${SRV[@]}" ethtool -K vs tso off gso off gro off tx off >/dev/null
  "${CLI[@]}" ethtool -K vc tso off gso off gro off tx off >/dev/null
  cat > "$LAB/smb.conf" <<CONF
[global]
  workgroup = LABWG
  netbios name = FILESRV
  interfaces = 10.7.0.1/24
  bind interfaces only = yes
  disable netbios = yes
  private dir = $LAB/private
  lock directory = $LAB/lock
  state directory = $LAB/state
  cache directory = $LAB/cache
  pid directory = $LAB/pid
  ncalrpc dir = $LAB/ncalrpc
  log file = $LAB/log/%m.log
  smb2 max read = 65536
  smb2 max write = 65536
  load printers = no
[share]
  path = $LAB/share
  read only = no
CONF
  sed 's/netbios name = FILESRV/netbios name = CLIENT1/' "$LAB/smb.conf" > "$LAB/client.conf"
  printf 'Passw0rd\nPassw0rd\n' | smbpasswd -c "$LAB/smb.conf" -s -a alice >/dev/null
  "${SRV[@]}" smbd -D -s "$LAB/smb.conf"
  for _ in $(seq 100); do
    "${CLI[@]}" smbclient -s "$LAB/client.conf" -U 'alice%Passw0rd' //10.7.0.1/share -c quit >/dev/null 2>&1 && return
    sleep 0.1
  done
  echo "the server does not answer" >&2
  exit 1
}

# record FILE, with smbclient's commands on standard input; fails when tcpdump dropped a packet.
record() {
  local file=$1 log=$LAB/tcpdump.log
  : > "$log"
  "${CLI[@]}" tcpdump -i vc -s 0 -B 1048576 -Z root -w "$file" 'tcp port 445' 2>"$log" &
  local dump=$!
  until grep -q listening "$log"; do sleep 0.1; done
  "${CLI[@]}" smbclient -s "$LAB/client.conf" -U 'alice%Passw0rd' -m SMB3_11 //10.7.0.1/share >"$LAB/smbclient.log" 2>&1
  sleep 2
  kill -INT "$dump"
  wait "$dump" || true
  tail -n 3 "$log" >&2
  grep -q '^0 packets dropped by kernel' "$log" || { echo "tcpdump dropped packets: $file" >&2; return 1; }
}

bulk() {
  local dev
  for dev in "srv vs" "cli vc"; do
    ip netns exec ${dev% *} tc qdisc add dev ${dev#* } root tbf rate 1200mbit burst 128kb latency 50ms
  done
  head -c $((300 << 20)) /dev/urandom > "$LAB/local/big.bin"
  record "$OUT/bulk.pcap" <<SMB
lcd $LAB/local
put big.bin big.bin
get big.bin again.bin
SMB
  cmp "$LAB/local/big.bin" "$LAB/local/again.bin"
  rm -f "$LAB/local/"*.bin "$LAB/share/big.bin"
  for dev in "srv vs" "cli vc"; do ip netns exec ${dev% *} tc qdisc del dev ${dev#* } root; done
}

metadata() {
  local i touched='report-00??.dat' last=99 sizes=(600 900 1200 1200 3900 5300)
  if [ -n "${ALL:-}" ]; then touched='*' last=2000; fi
  mkdir "$LAB/local/small" "$LAB/local/got"
  for i in $(seq 1 2000); do
    head -c ${sizes[i % 6]} /dev/urandom > "$LAB/local/small/$(printf 'report-%04d.dat' "$i")"
  done
  {
    echo "prompt"
    echo "lcd $LAB/local/small"
    echo "mput *"
    echo "ls"
    echo "lcd $LAB/local/got"
    echo "mget $touched"
    for i in $(seq -f %04g 1 "$last"); do echo "rename report-$i.dat final-$i.dat"; done
    echo "del *"
  } > "$LAB/metadata.smb"
  record "$LAB/once.pcap" < "$LAB/metadata.smb"
  [ "$(ls "$LAB/local/got" | wc -l)" -eq "$last" ] && [ -z "$(ls "$LAB/share")" ] || { echo "metadata: not done" >&2; return 1; }
  python3 "$HERE/multiply.py" "$LAB/once.pcap" 40 10.7.0.2 "$OUT/metadata.pcap"
}

lab_up
for what in "$@"; do
  case $what in
    bulk | metadata) "$what" ;;
    *) usage ;;
  esac
done
