#!/usr/bin/env bash
# Holds that `smbscope live` can run for weeks: captures are replayed in a loop over a veth pair, with other addresses each
# time, so that every loop brings new flows, while `live` writes EVE, Zeek's logs, JSON and the packets.
#
#   soak.sh [-r RATE] [-d DIR] [SECONDS [CAPTURE...]]
#
# RATE packets a second, 10,000 unless told; 3,600 SECONDS; the CAPTUREs are Ethernet, the samples unless told. Prints once a
# minute resident memory, file descriptors, threads, packets and losses; exit status 1 when at the end resident memory is
# over 10 % more than after five minutes, or descriptors or threads are more. -d keeps what `live` wrote in DIR: up to
# some 6 GB. SMBSCOPE names another smbscope than this one.
#
# Needs root, and Debian's packages tcpreplay, wireshark-common (mergecap), iproute2 and util-linux. All runs in namespaces
# of its own (network, processes), which end with this script, however it ends.
set -euo pipefail

ME=${0##*/}
HERE=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
export SMBSCOPE=${SMBSCOPE:-$HERE/smbscope}
SETTLED=300

usage() { echo "usage: $ME [-r RATE] [-d DIR] [SECONDS [CAPTURE...]]" >&2; exit 2; }

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  RATE=10000 KEPT=
  while getopts r:d: option; do
    case $option in
      r) RATE=$OPTARG ;;
      d) KEPT=$OPTARG ;;
      *) usage ;;
    esac
  done
  shift $((OPTIND - 1))
  [ "$(id -u)" -eq 0 ] || { echo "$ME: needs root, for network namespaces" >&2; exit 2; }
  for tool in tcpreplay mergecap capinfos ip unshare; do
    command -v "$tool" >/dev/null || { echo "$ME: $tool is missing" >&2; exit 2; }
  done
  seconds=${1:-3600}
  shift $(($# > 0))
  if [ $# -eq 0 ]; then
    for capture in "$HERE"/sample-captures/*.pcap; do
      [[ $(capinfos -TrmE "$capture" 2>/dev/null) == *,ether* ]] && set -- "$@" "$capture"
    done
  fi
  LAB=$(mktemp -d) INSIDE=''
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; sleep 0.5; rm -rf "$LAB"' EXIT
  trap 'exit 130' INT TERM HUP
  "$SMBSCOPE" --version >/dev/null
  # A sample may be cut off: mergecap then says so and keeps what is there.
  mergecap -a -F pcap -s 65535 -w "$LAB/loop.pcap" "$@" 2>/dev/null || true
  [ -s "$LAB/loop.pcap" ] || { echo "$ME: nothing to replay" >&2; exit 2; }
  mkdir -p "${KEPT:-$LAB/out}"
  SMBSCOPE_IN_NAMESPACES=1 LAB=$LAB OUT=$(realpath "${KEPT:-$LAB/out}") RATE=$RATE \
    unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0" "$seconds" < /dev/null &
  INSIDE=$!
  status=0
  wait "$INSIDE" || status=$?
  INSIDE=''
  exit "$status"
fi

# What follows runs in the namespaces.
cd "$LAB"
mount -t sysfs sysfs /sys
ip link set lo up
ip link add far type veth peer name near
for end in far near; do
  sysctl -qw "net.ipv6.conf.$end.disable_ipv6=1"
  ip link set "$end" mtu 65535 up
done

"$SMBSCOPE" live -i near --eve "$OUT/eve.json" --zeek "$OUT/zeek" --json "$OUT/events.jsonl" \
  --log-rotate-size 200M -w "$OUT/packets.pcapng" --rotate-size 100M --keep 3 --metrics 127.0.0.1:9100 > "$LAB/summary" 2> "$LAB/said" & LIVE=$!
until grep -q 'capturing on' "$LAB/said" 2>/dev/null; do
  kill -0 "$LIVE" 2>/dev/null || { cat "$LAB/said" >&2; exit 1; }
  sleep 0.1
done
tcpreplay -q -i far --timer=nano --pps="$RATE" --pps-multi=100 --loop=0 --unique-ip --preload-pcap --no-flow-stats "$LAB/loop.pcap" > "$LAB/replay" 2>&1 & REPLAY=$!

# Sets RSS (kB), FILES and THREADS.
look() {
  RSS=$(awk '/^VmRSS:/ {print $2}' "/proc/$LIVE/status")
  THREADS=$(awk '/^Threads:/ {print $2}' "/proc/$LIVE/status")
  FILES=$(find "/proc/$LIVE/fd" -mindepth 1 2>/dev/null | wc -l)
}

# page NAME: the sum of a metric's values.
page() {
  exec 3<> /dev/tcp/127.0.0.1/9100
  printf 'GET /metrics HTTP/1.0\r\n\r\n' >&3
  awk -v name="$1" '$1 ~ "^" name "({|$)" {sum += $2} END {printf "%d", sum}' <&3
  exec 3>&-
}

printf '%8s %10s %6s %8s %12s %8s %10s %12s\n' seconds 'RSS kB' files threads packets lost flows 'ended flows'
begin=$SECONDS settled=''
while [ $((SECONDS - begin)) -lt "$1" ]; do
  sleep $((60 < $1 ? 60 : $1))
  kill -0 "$LIVE" 2>/dev/null || { echo "$ME: smbscope ended" >&2; cat "$LAB/said" >&2; exit 1; }
  kill -0 "$REPLAY" 2>/dev/null || { echo "$ME: tcpreplay ended" >&2; cat "$LAB/replay" >&2; exit 1; }
  look
  printf '%8d %10d %6d %8d %12d %8d %10d %12d\n' $((SECONDS - begin)) "$RSS" "$FILES" "$THREADS" \
    "$(page smbscope_captured_packets_total)" "$(page smbscope_dropped_packets_total)" \
    "$(page smbscope_open_flows)" "$(page smbscope_ended_flows_total)"
  if [ -z "$settled" ] && [ $((SECONDS - begin)) -ge "$SETTLED" ]; then
    settled=$RSS files=$FILES threads=$THREADS
  fi
done
kill -INT "$REPLAY"
wait "$REPLAY" || true
sleep 1
kill -TERM "$LIVE"
wait "$LIVE" || { cat "$LAB/said" >&2; exit 1; }
tail -n +2 "$LAB/said"
[ -n "$settled" ] || { echo "$ME: shorter than $SETTLED seconds: nothing to compare" >&2; exit 0; }
printf 'resident memory: %d kB after %d s, %d kB at the end: %+.1f %%; files %d and %d, threads %d and %d\n' \
  "$settled" "$SETTLED" "$RSS" "$(awk -v a="$RSS" -v b="$settled" 'BEGIN {print 100 * (a - b) / b}')" \
  "$files" "$FILES" "$threads" "$THREADS"
[ $((RSS * 10)) -le $((settled * 11)) ] && [ "$FILES" -le "$files" ] && [ "$THREADS" -le "$threads" ]
