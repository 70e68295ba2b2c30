#!/usr/bin/env bash
# Runs smbscope, tshark, capinfos and cat over the same captures, alternately, and prints wall time, memory and ratios.
#
#   [RUNS=5] [TSHARK_RUNS=RUNS] [SMBSCOPE=./smbscope] compare.sh CAPTURE...
#
#   smbscope   smbscope analyze CAPTURE...
#   tshark     tshark -n -q -z smb2,srt -r CAPTURE, one after the other
#   capinfos   capinfos -c CAPTURE...: reads every packet and counts it, without the hashes of its default
#   cat        cat CAPTURE... >/dev/null: what reading the files costs at least
#
# Each is measured as a process from start to end, on two cores, after one reading of the files into the page cache. Time is the
# median of the runs, memory the largest peak of resident memory. Needs tshark, wireshark-common and time.
set -euo pipefail

[ $# -ge 1 ] || { echo "usage: ${0##*/} CAPTURE..." >&2; exit 2; }
for tool in tshark capinfos taskset; do
  command -v $tool >/dev/null || { echo "${0##*/}: $tool is missing" >&2; exit 2; }
done
[ -x /usr/bin/time ] || { echo "${0##*/}: /usr/bin/time is missing (package time)" >&2; exit 2; }

RUNS=${RUNS:-5}
TSHARK_RUNS=${TSHARK_RUNS:-$RUNS}
SMBSCOPE=${SMBSCOPE:-$(cd "$(dirname "$0")/../.." && pwd)/smbscope}
CAPTURES=("$@")
CORES=()
[ "$(nproc)" -le 2 ] || CORES=(taskset -c 0,1)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# measure NAME COMMAND...: adds "seconds kilobytes" to NAME's list.
measure() {
  local name=$1 before after status=0
  shift
  before=$(date +%s%N)
  ${CORES[@]+"${CORES[@]}"} /usr/bin/time -q -f %M -o "$WORK/memory" "$@" > "$WORK/out" 2> "$WORK/err" < /dev/null || status=$?
  after=$(date +%s%N)
  if [ "$status" -ne 0 ]; then
    echo "${0##*/}: $* ended with status $status:" >&2
    tail -n 5 "$WORK/err" >&2
    exit 1
  fi
  echo "$(((after - before) / 1000)) $(tail -n 1 "$WORK/memory")" >> "$WORK/$name"
}

tshark_all() { for capture in "$@"; do tshark -n -q -z smb2,srt -r "$capture"; done; }
export -f tshark_all

median() { sort -n "$WORK/$1" | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'; }
peak() { sort -k2n "$WORK/$1" | awk 'END { print $2 }'; }

# The launcher builds what is not built; and the files come into the page cache.
"$SMBSCOPE" --version > /dev/null
cat "${CAPTURES[@]}" > /dev/null

for run in $(seq "$RUNS"); do
  measure smbscope "$SMBSCOPE" analyze "${CAPTURES[@]}"
  if [ "$run" -le "$TSHARK_RUNS" ]; then
    # shellcheck disable=SC2016
    measure tshark bash -c 'tshark_all "$@"' tshark "${CAPTURES[@]}"
  fi
  measure capinfos capinfos -c "${CAPTURES[@]}"
  measure cat cat "${CAPTURES[@]}"
done

printf '%s runs, %s of tshark; %s\n' "$RUNS" "$TSHARK_RUNS" "$(tshark --version 2>/dev/null | head -n 1)"
printf '%s packets, %s octets\n\n' "$(capinfos -T -r -c -M "${CAPTURES[@]}" | awk '{ n += $NF } END { print n }')" \
  "$(cat "${CAPTURES[@]}" | wc -c)"
printf '%-10s %12s %12s %26s\n' program 'median s' 'peak MiB' 'smbscope / this one'
ours=$(median smbscope)
for name in smbscope tshark capinfos cat; do
  awk -v name="$name" -v t="$(median "$name")" -v k="$(peak "$name")" -v ours="$ours" \
    'BEGIN { printf "%-10s %12.3f %12.1f %26.3f\n", name, t / 1e6, k / 1024, ours / t }'
done
awk -v ours="$ours" -v tshark="$(median tshark)" -v capinfos="$(median capinfos)" \
  'BEGIN { printf "\nsmbscope is %.1f times faster than tshark and takes %.1f times as long as capinfos\n", tshark / ours, ours / capinfos }'
