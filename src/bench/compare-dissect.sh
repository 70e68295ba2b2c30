#!/usr/bin/env bash
# Prints the same columns of the same capture with smbscope and with tshark, alternately, and compares them and their time.
#
#   [RUNS=3] [SMBSCOPE=./smbscope] compare-dissect.sh CAPTURE [FIELD...]
#
# Time is the median of the runs, from start to end of the process, after one reading of the file into the page cache; memory the
# largest peak of resident memory. The exit status says whether the output is the same. Needs tshark and time.
set -euo pipefail

[ $# -ge 1 ] || { echo "usage: ${0##*/} CAPTURE [FIELD...]" >&2; exit 2; }
for tool in tshark /usr/bin/time; do
  command -v $tool >/dev/null || { echo "${0##*/}: $tool is missing" >&2; exit 2; }
done

RUNS=${RUNS:-3}
SMBSCOPE=${SMBSCOPE:-$(cd "$(dirname "$0")/../.." && pwd)/smbscope}
CAPTURE=$1
shift
[ $# -gt 0 ] || set -- frame.number ip.src ip.dst smb2.cmd smb2.flags.response smb2.msg_id smb2.sesid smb2.tid smb2.nt_status \
  smb2.filename
FIELDS=()
for field; do FIELDS+=(-e "$field"); done
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# measure NAME COMMAND...: adds "seconds kilobytes" to NAME's list, and keeps the output.
measure() {
  local name=$1
  shift
  /usr/bin/time -q -f '%e %M' -a -o "$WORK/$name" "$@" > "$WORK/$name.out" 2> "$WORK/err" ||
    { echo "${0##*/}: $* failed:" >&2; tail -n 5 "$WORK/err" >&2; exit 2; }
}
median() { sort -n "$WORK/$1" | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'; }
peak() { sort -k2n "$WORK/$1" | awk 'END { printf "%d", $2 / 1024 }'; }

# The launcher builds what is not built; and the file comes into the page cache.
"$SMBSCOPE" --version > /dev/null
cat "$CAPTURE" > /dev/null

for _ in $(seq "$RUNS"); do
  measure smbscope "$SMBSCOPE" dissect -T fields "${FIELDS[@]}" "$CAPTURE"
  measure tshark tshark -r "$CAPTURE" -T fields "${FIELDS[@]}"
done
for name in smbscope tshark; do
  printf '%-9s %7.2f s %5d MB\n' $name "$(median $name)" "$(peak $name)"
done
awk -v one="$(median smbscope)" -v other="$(median tshark)" 'BEGIN { printf "%.1f times as fast\n", other / one }'
if cmp -s "$WORK/smbscope.out" "$WORK/tshark.out"; then
  echo "the same output, $(wc -l < "$WORK/smbscope.out") lines"
else
  echo "other output:"
  diff "$WORK/smbscope.out" "$WORK/tshark.out" | head -n 10
  exit 1
fi
