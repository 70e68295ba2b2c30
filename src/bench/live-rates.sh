#!/usr/bin/env bash
# Prints what `smbscope live`, `tshark -i` and `tcpdump -w` take, lose and analyze of a capture that tcpreplay replays over a
# veth pair at several rates.
#
#   live-rates.sh CAPTURE [RATE...]
#
# RATE: packets a second, or top for as fast as tcpreplay can; 50000 100000 200000 400000 top unless told. Exit status 1
# when smbscope lost packets at 200,000 a second or less. SMBSCOPE names another smbscope than this one; TOOLS names other
# tools than "smbscope smbscope-json tcpdump tshark".
#
# Needs root, and Debian's packages tcpreplay, tcpdump, tshark, iproute2 and util-linux. All runs in namespaces of its own
# (network, processes), which end with this script, however it ends.
set -euo pipefail

ME=${0##*/}
HERE=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
export SMBSCOPE=${SMBSCOPE:-$HERE/smbscope}
TOOLS=${TOOLS:-smbscope smbscope-json tcpdump tshark}

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  [ $# -ge 1 ] || { echo "usage: $ME CAPTURE [RATE...]" >&2; exit 2; }
  [ "$(id -u)" -eq 0 ] || { echo "$ME: needs root, for network namespaces" >&2; exit 2; }
  for tool in tcpreplay tcpdump tshark capinfos ip unshare; do
    command -v "$tool" >/dev/null || { echo "$ME: $tool is missing" >&2; exit 2; }
  done
  capture=$(realpath "$1")
  shift
  [ $# -gt 0 ] || set -- 50000 100000 200000 400000 top
  "$SMBSCOPE" --version >/dev/null
  LAB=$(mktemp -d) INSIDE=''
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; sleep 0.5; rm -rf "$LAB"' EXIT
  trap 'exit 130' INT TERM HUP
  SMBSCOPE_IN_NAMESPACES=1 LAB=$LAB \
    unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0" "$capture" "$@" < /dev/null &
  INSIDE=$!
  status=0
  wait "$INSIDE" || status=$?
  INSIDE=''
  exit "$status"
fi

# What follows runs in the namespaces.
CAPTURE=$1
shift
cd "$LAB"
mount -t sysfs sysfs /sys
ip link add far type veth peer name near
for end in far near; do
  sysctl -qw "net.ipv6.conf.$end.disable_ipv6=1"
  ip link set "$end" mtu 65535 up
done
cat "$CAPTURE" > /dev/null

# number FILE EXPRESSION: the last number behind what sed's EXPRESSION finds, or 0.
number() { sed -nE "s/^(.*[^0-9.,])?$2.*/\\2/p" "$1" | tail -n 1 | grep . || echo 0; }

# begin TOOL: starts it and waits until it captures; its process is PID. What it says is in said, what it prints in printed.
begin() {
  local ready='listening on|capturing on'
  rm -f said printed kept* events.jsonl
  : > said
  case $1 in
    smbscope) "$SMBSCOPE" live -i near > printed 2> said & ;;
    smbscope-json) "$SMBSCOPE" live -i near --json events.jsonl > printed 2> said & ;;
    tcpdump) tcpdump -i near -s 0 -B 65536 -Z root -w kept.pcap 2> said & ;;
    tshark) tshark -i near -s 0 -B 64 > printed 2> said & ;;
  esac
  PID=$!
  until grep -qiE "$ready" said; do
    kill -0 "$PID" 2>/dev/null || { cat said >&2; exit 1; }
    sleep 0.1
  done
  sleep 1
}

# numbers TOOL: sets TAKEN, KERNEL (lost by it, or by the interface), RING (lost by the tool) and ANALYZED.
numbers() {
  RING=0
  case $1 in
    smbscope*)
      ANALYZED=$(number printed 'Packets +([0-9,]+) ' | tr -d ,)
      KERNEL=$(number printed '([0-9,]+) packets? dropped by the kernel' | tr -d ,)
      RING=$(number printed '([0-9,]+) packets? too many for the analysis' | tr -d ,)
      TAKEN=$((ANALYZED + RING))
      ;;
    tcpdump)
      TAKEN=$(number said '([0-9]+) packets? captured')
      KERNEL=$(number said '([0-9]+) packets? dropped by kernel')
      ANALYZED=-
      ;;
    tshark)
      TAKEN=$(number said '([0-9]+) packets? captured')
      KERNEL=$(number said '([0-9]+) packets? dropped')
      ANALYZED=$(wc -l < printed)
      ;;
  esac
}

status=0
printf '%-14s %8s %9s %10s %10s %10s %10s %10s %6s\n' tool 'asked/s' 'sent/s' offered taken 'by kernel' 'by itself' analyzed load
for rate in "$@"; do
  pace=(--pps="$rate")
  [ "$rate" = top ] && pace=(--topspeed)
  for tool in $TOOLS; do
    begin "$tool"
    tcpreplay -q -i far "${pace[@]}" --preload-pcap --no-flow-stats "$CAPTURE" > replay 2>&1
    sleep 1
    # tshark does not go on with what dumpcap took once it is interrupted: it has half a minute more.
    [ "$tool" != tshark ] || sleep 30
    kill -TERM "$PID"
    wait "$PID" || true
    numbers "$tool"
    offered=$(number replay 'Actual: ([0-9]+) packets')
    printf '%-14s %8s %9.0f %10d %10d %10d %10d %10s %6s\n' "$tool" "$rate" "$(number replay '([0-9.]+) pps')" "$offered" \
      "$TAKEN" "$KERNEL" "$RING" "$ANALYZED" "$(cut -d' ' -f1 /proc/loadavg)"
    if [[ $tool == smbscope* ]] && [ "$rate" != top ] && [ "$rate" -le 200000 ] && [ $((KERNEL + RING)) -gt 0 ]; then
      status=1
    fi
  done
done
exit "$status"
