#!/usr/bin/env bash
# Holds that a long analysis needs no more memory than a short one: ten copies of a capture in one call against one.
#
#   [RUNS=3] [SMBSCOPE=./smbscope] memory.sh CAPTURE
#
# Prints the largest peak of resident memory of each over the runs; exit status 1 when ten copies take over 10 % more. Meant for
# *bulk* of make-captures.sh: with less than some 100 MB, what is measured is Java warming up. Needs the package time.
set -euo pipefail

[ $# -eq 1 ] || { echo "usage: ${0##*/} CAPTURE" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "${0##*/}: /usr/bin/time is missing (package time)" >&2; exit 2; }

RUNS=${RUNS:-3}
SMBSCOPE=${SMBSCOPE:-$(cd "$(dirname "$0")/../.." && pwd)/smbscope}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# peak CAPTURE...: kilobytes
peak() {
  for _ in $(seq "$RUNS"); do
    /usr/bin/time -q -a -f %M -o "$WORK/memory" "$SMBSCOPE" analyze "$@" > /dev/null < /dev/null
  done
  sort -n "$WORK/memory" | tail -n 1
  rm "$WORK/memory"
}

"$SMBSCOPE" --version > /dev/null
one=$(peak "$1")
ten=$(peak "$1" "$1" "$1" "$1" "$1" "$1" "$1" "$1" "$1" "$1")
printf 'peak memory  once %d MB  ten times %d MB  ratio %s\n' $((one / 1024)) $((ten / 1024)) \
  "$(awk -v a="$ten" -v b="$one" 'BEGIN { printf "%.2f", a / b }')"
[ $((ten * 10)) -le $((one * 11)) ]
