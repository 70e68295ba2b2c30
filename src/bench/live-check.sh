#!/usr/bin/env bash
# Holds that `smbscope live` tells what `smbscope analyze` tells of the capture that tcpdump made beside it: for each
# dialect of a real Samba server on ports 139 and 445, for NetBIOS names and browser announcements, for frames with VLAN
# tags, and on the device `any`. Also that the packets `live` keeps are the packets tcpdump kept.
#
#   live-check.sh [-d DIR] [NAME...]      all checks, or those named; -d keeps what was captured and said in DIR
#
# Needs root, and Debian's packages samba, smbclient, tcpdump, tcpreplay, ethtool, iproute2 and util-linux. Server and
# client run in namespaces of their own (network, processes, mounts, host name), which end with this script, however it
# ends: nothing on this machine is changed but DIR.
set -euo pipefail

ME=${0##*/}
HERE=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
CHECKS=(nt1 smb202 smb210 smb300 smb302 smb311 names browser vlan qinq vxlan any)

check() {
  local missing=() pair
  for pair in smbd:samba nmbd:samba smbclient:smbclient nmblookup:samba-common-bin smbpasswd:samba-common-bin \
      tcpdump:tcpdump tcpreplay:tcpreplay ethtool:ethtool ip:iproute2 unshare:util-linux; do
    command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  [ ${#missing[@]} -eq 0 ] || { echo "$ME: missing packages: ${missing[*]}" >&2; exit 2; }
  [ "$(id -u)" -eq 0 ] || { echo "$ME: needs root, for network namespaces" >&2; exit 2; }
}

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  KEPT=
  while getopts d: option; do
    [ "$option" = d ] && KEPT=$OPTARG || exit 2
  done
  shift $((OPTIND - 1))
  check
  "$HERE/smbscope" --version >/dev/null
  LAB=$(mktemp -d) INSIDE=''
  # unshare ignores gentler signals; what runs inside dies with it.
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; sleep 0.5; rm -rf "$LAB"' EXIT
  trap 'exit 130' INT TERM HUP
  mkdir -p "${KEPT:-$LAB/kept}"
  SMBSCOPE_IN_NAMESPACES=1 LAB=$LAB OUT=$(realpath "${KEPT:-$LAB/kept}") \
    unshare --mount --pid --uts --fork --kill-child --mount-proc bash "$0" "$@" < /dev/null &
  INSIDE=$!
  status=0
  wait "$INSIDE" || status=$?
  INSIDE=''
  exit "$status"
fi
[ $# -gt 0 ] || set -- "${CHECKS[@]}"

# What follows runs in the namespaces.
lab_up() {
  mount -t tmpfs tmpfs /run
  hostname FILESRV
  mkdir -p "$LAB"/{private,lock,state,cache,pid,ncalrpc,log,share,local} /run/samba
  chmod 755 "$LAB"
  chmod 777 "$LAB/share"
  cp /etc/passwd "$LAB/passwd"
  grep -q '^alice:' "$LAB/passwd" || echo 'alice:x:54321:65534::/nonexistent:/usr/sbin/nologin' >> "$LAB/passwd"
  mount --bind "$LAB/passwd" /etc/passwd
  ip netns add srv
  ip netns add cli
  ip link add vs address 02:00:00:00:07:01 netns srv type veth peer name vc address 02:00:00:00:07:02 netns cli
  local end
  for end in "srv vs 1" "cli vc 2"; do
    # shellcheck disable=SC2086
    set -- $end
    ip netns exec "$1" sysctl -qw "net.ipv6.conf.$2.disable_ipv6=1"
    ip -n "$1" link set lo up
    ip -n "$1" addr add "10.7.0.$3/24" brd + dev "$2"
    ip -n "$1" link set "$2" up
    # Without offloads a frame on the wire is what a switch's mirror port would show: 1,500 bytes at most.
    ip netns exec "$1" ethtool -K "$2" tso off gso off gro off tx off rx off >/dev/null
  done
  # What is replayed comes from elsewhere.
  ip netns add far
  ip link add fm netns far type veth peer name cm netns cli
  for end in "far fm" "cli cm"; do
    # shellcheck disable=SC2086
    set -- $end
    ip netns exec "$1" sysctl -qw "net.ipv6.conf.$2.disable_ipv6=1"
    ip -n "$1" link set "$2" mtu 1600 up
  done
  cat > "$LAB/smb.conf" <<CONF
[global]
  workgroup = LABWG
  netbios name = FILESRV
  interfaces = 10.7.0.1/24
  bind interfaces only = yes
  private dir = $LAB/private
  lock directory = $LAB/lock
  state directory = $LAB/state
  cache directory = $LAB/cache
  pid directory = $LAB/pid
  ncalrpc dir = $LAB/ncalrpc
  log file = $LAB/log/%m.log
  server min protocol = NT1
  client min protocol = NT1
  load printers = no
[share]
  path = $LAB/share
  read only = no
CONF
  sed 's/FILESRV/CLIENT1/; s|10.7.0.1/24|10.7.0.2/24|' "$LAB/smb.conf" > "$LAB/client.conf"
  printf 'Passw0rd\nPassw0rd\n' | smbpasswd -c "$LAB/smb.conf" -s -a alice >/dev/null
  head -c 5000 /dev/zero | tr '\0' a > "$LAB/local/five-thousand.txt"
  srv smbd -D -s "$LAB/smb.conf"
  local _
  for _ in $(seq 100); do
    smb //10.7.0.1/share -c quit && return
    sleep 0.1
  done
  echo "$ME: the server does not answer" >&2
  exit 1
}

# All on one core: then whoever captures sees the packets in the same order.
srv() { ip netns exec srv taskset -c 0 "$@"; }
cli() { timeout 60 ip netns exec cli taskset -c 0 "$@" >> "$LAB/clients.log" 2>&1; }
smb() { cli smbclient -s "$LAB/client.conf" -U 'alice%Passw0rd' "$@"; }
nmb() { cli nmblookup -s "$LAB/client.conf" "$@"; }

# until_said FILE WORDS PID: waits until a program that runs says so.
until_said() {
  until grep -q "$2" "$1" 2>/dev/null; do
    kill -0 "$3" 2>/dev/null || { cat "$1" >&2; return 1; }
    sleep 0.05
  done
}

# beside NAME DEVICE COMMAND...: COMMAND, while tcpdump and live capture on DEVICE.
beside() {
  local name=$1 device=$2
  shift 2
  local filter='port 137 or port 138 or port 139 or port 445'
  # A tag shifts all that is looked for behind it; there is none on the cooked device.
  [ "$device" = any ] || filter="$filter or port 4789 or vlan"
  ip netns exec cli tcpdump -i "$device" -s 0 -U --nano -B 65536 -Z root -w "$OUT/$name.pcap" "$filter" \
    2> "$OUT/$name.tcpdump" & local dump=$!
  # Not through the launcher: signals must reach Java itself.
  ip netns exec cli "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$HERE/target/smbscope.jar" live -i "$device" \
    --json "$OUT/$name.live" -w "$OUT/$name.pcapng" > "$OUT/$name.summary" 2> "$OUT/$name.said" & local live=$!
  until_said "$OUT/$name.tcpdump" 'listening on' "$dump"
  until_said "$OUT/$name.said" 'capturing on' "$live"
  sleep 0.3
  "$@"
  # tcpdump takes packets some at a time, and would not take the last.
  sleep 1.2
  kill -TERM "$live"
  kill -INT "$dump"
  wait "$live" || { cat "$OUT/$name.said" >&2; return 1; }
  wait "$dump" || true
}

# untimed FILE: without times, which the kernel takes once for each who captures.
untimed() { sed -E 's/"(time|start_time|first_time|last_time|response_nanos)":("[^"]*"|[0-9]+)/"\1":0/g' "$1"; }

# same NAME LEAST: compares the events, of which there are LEAST at least.
same() {
  local name=$1 least=$2 other count
  grep -v '"type":"capture"' "$OUT/$name.live" > "$OUT/$name.live.events" || true
  for other in pcap pcapng; do
    "$HERE/smbscope" analyze --json "$OUT/$name.$other.json" "$OUT/$name.$other" > /dev/null
    grep -v '"type":"capture"' "$OUT/$name.$other.json" > "$OUT/$name.$other.events" || true
  done
  cmp "$OUT/$name.pcapng.events" "$OUT/$name.live.events" || return 1
  cmp <(untimed "$OUT/$name.pcap.events") <(untimed "$OUT/$name.live.events") || return 1
  count=$(wc -l < "$OUT/$name.live.events")
  if grep -q '"type":"drop"' "$OUT/$name.live"; then
    echo "$name: packets were dropped" >&2
    return 1
  fi
  [ "$count" -ge "$least" ] || { echo "$name: $count events only" >&2; return 1; }
  echo "$name: the same $count events live, from tcpdump's file, and from the file kept"
}

work() {
  local port
  for port in 445 139; do
    smb //FILESRV/share -I 10.7.0.1 -p "$port" "$@" \
      -c "lcd $LAB/local; ls; put five-thousand.txt plan.txt; rename plan.txt final.txt; get final.txt copy; del final.txt"
  done
}
# nmbd says something at any time; here only while it is asked to.
names() {
  srv nmbd -D -s "$LAB/smb.conf"
  until nmb -B 10.7.0.255 FILESRV; do sleep 0.1; done
  nmb -B 10.7.0.255 NOBODY || true
  nmb -A 10.7.0.1
  kill "$(cat "$LAB/pid/nmbd.pid")"
}
browser() {
  srv nmbd -D -s "$LAB/smb.conf"
  sleep 12
  kill "$(cat "$LAB/pid/nmbd.pid")"
}
replayed() { ip netns exec far tcpreplay -q -i fm --pps=2000 "$HERE/sample-captures/$1.pcap" >> "$LAB/clients.log" 2>&1; }

run() {
  local v2=(--option='client min protocol=SMB2_02')
  case $1 in
    nt1) beside nt1 vc work -m NT1 && same nt1 10 ;;
    smb202) beside smb202 vc work -m SMB2_02 "${v2[@]}" && same smb202 10 ;;
    smb210) beside smb210 vc work -m SMB2_10 "${v2[@]}" && same smb210 10 ;;
    smb300) beside smb300 vc work -m SMB3_00 "${v2[@]}" && same smb300 10 ;;
    smb302) beside smb302 vc work -m SMB3_02 "${v2[@]}" && same smb302 10 ;;
    smb311) beside smb311 vc work -m SMB3_11 "${v2[@]}" && same smb311 10 ;;
    names) beside names vc names && same names 3 ;;
    browser) beside browser vc browser && same browser 3 ;;
    vlan | qinq | vxlan) beside "$1" cm replayed "$1" && same "$1" 10 ;;
    any) beside any any work -m SMB3_11 && same any 10 ;;
    *) echo "$ME: no check is called $1; there are: ${CHECKS[*]}" >&2; return 2 ;;
  esac
}

lab_up
failed=()
for name in "$@"; do
  run "$name" || failed+=("$name")
done
[ ${#failed[@]} -eq 0 ] || { echo "$ME: failed: ${failed[*]}" >&2; exit 1; }
