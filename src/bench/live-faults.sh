#!/usr/bin/env bash
# Holds what `smbscope live` does when it is ended, killed, or cannot go on: what it leaves in its files, what it says, and its
# exit status.
#
#   live-faults.sh [NAME...]      all checks, or those named
#
# Needs root, and Debian's packages tcpreplay, tshark, iproute2, util-linux and python3. All runs in namespaces of its own
# (network, mounts, processes), which end with this script, however it ends.
set -euo pipefail

ME=${0##*/}
HERE=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
CHECKS=(terminated killed full-disk hang-up wrong-usage no-rights no-libpcap interface-gone)

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  [ "$(id -u)" -eq 0 ] || { echo "$ME: needs root, for network namespaces" >&2; exit 2; }
  for tool in tcpreplay tshark capinfos mergecap ip unshare setpriv python3; do
    command -v "$tool" >/dev/null || { echo "$ME: $tool is missing" >&2; exit 2; }
  done
  "$HERE/smbscope" --version >/dev/null
  LAB=$(mktemp -d) INSIDE=''
  trap '[ -z "$INSIDE" ] || kill -KILL "$INSIDE" 2>/dev/null; sleep 0.5; rm -rf "$LAB"' EXIT
  trap 'exit 130' INT TERM HUP
  SMBSCOPE_IN_NAMESPACES=1 LAB=$LAB unshare --net --mount --pid --fork --kill-child --mount-proc bash "$0" "$@" < /dev/null &
  INSIDE=$!
  status=0
  wait "$INSIDE" || status=$?
  INSIDE=''
  exit "$status"
fi
[ $# -gt 0 ] || set -- "${CHECKS[@]}"

# What follows runs in the namespaces.
cd "$LAB"
chmod 755 .
mount -t sysfs sysfs /sys
ip link set lo up
ip link add far type veth peer name near
for end in far near; do
  sysctl -qw "net.ipv6.conf.$end.disable_ipv6=1"
  ip link set "$end" mtu 9000 up
done
samples=$HERE/sample-captures
mergecap -a -F pcap -w loop.pcap "$samples"/{smb311,nt1,nbns,encrypted-share,kerberos}.pcap

# Not through the launcher: what is measured is Java's process.
LIVE=("$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx320m -jar "$HERE/target/smbscope.jar" live)

# begin DIR ARGUMENT...: live capture with all outputs in DIR, and traffic; its process is PID. What it says is in DIR/said.
begin() {
  local dir=$1
  shift
  mkdir -p "$dir"
  "${LIVE[@]}" -i near --eve "$dir/eve.json" --zeek "$dir/zeek" --json "$dir/events.json" --ecs "$dir/ecs.json" \
    -w "$dir/packets.pcapng" "$@" > "$dir/summary" 2> "$dir.said" & PID=$!
  until grep -qs 'capturing on' "$dir.said"; do
    kill -0 "$PID" 2>/dev/null || { cat "$dir.said" >&2; return 1; }
    sleep 0.05
  done
  tcpreplay -q -i far --timer=nano --pps=5000 --pps-multi=50 --loop=0 --unique-ip --no-flow-stats loop.pcap > replay 2>&1 & REPLAY=$!
}

# until_written FILE...: all have something in them.
until_written() {
  local file _
  for _ in $(seq 400); do
    for file in "$@"; do
      [ -s "$file" ] || { sleep 0.05; continue 2; }
    done
    return 0
  done
  echo "nothing written in one of: $*" >&2
  ls -lR "${1%%/*}" >&2
  cat "${1%%/*}.said" replay >&2
  ip -s link show dev near >&2
  jcmd "$PID" Thread.print >&2
  return 1
}

# end SIGNAL: ends both; live's exit status is STATUS.
end() {
  kill "-$1" "$PID"
  STATUS=0
  { wait "$PID" || STATUS=$?; } 2>/dev/null
  kill -INT "$REPLAY" 2>/dev/null && kill -TERM "$REPLAY"
  wait "$REPLAY" 2>/dev/null || true
}

# whole DIR [TORN]: all files in it are whole but for TORN lines at the end of each, 0 unless told.
whole() {
  python3 - "$@" <<'PYTHON'
import json, os, sys
torn = int(sys.argv[2]) if len(sys.argv) > 2 else 0
bad, lines = [], 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in sorted(names):
        path = os.path.join(folder, name)
        if name.endswith('.log'):
            kind = 'zeek'
        elif '.json' in name:
            kind = 'json'
        else:
            continue
        text = open(path, 'rb').read()
        rows = text.split(b'\n')
        if rows[-1] == b'':
            rows.pop()
        elif not torn:
            bad.append(path + ': ends within a line')
        columns = None
        for number, row in enumerate(rows, 1):
            lines += 1
            last = number > len(rows) - torn
            try:
                if kind == 'json':
                    json.loads(row)
                elif row.startswith(b'#fields'):
                    columns = row.count(b'\t')
                elif not row.startswith(b'#') and row.count(b'\t') + 1 != columns:
                    raise ValueError('%d columns' % (row.count(b'\t') + 1))
            except ValueError as e:
                if not last:
                    bad.append('%s:%d: %s' % (path, number, e))
print('\n'.join(bad[:10]) if bad else '%d lines whole' % lines)
sys.exit(1 if bad or not lines else 0)
PYTHON
}

# readable FILE...: tshark reads all of it.
readable() {
  local file
  for file in "$@"; do
    capinfos -c "$file" > /dev/null 2> capinfos.said && [ ! -s capinfos.said ] || { cat capinfos.said >&2; return 1; }
    tshark -r "$file" -n -T fields -e frame.number > tshark.out 2> tshark.said
    ! grep -q 'cut short\|damaged' tshark.said || { cat tshark.said >&2; return 1; }
  done
}

terminated() {
  local pause n=0
  for pause in 0 0.4 0.9 1.7; do
    n=$((n + 1))
    begin "term$n" --log-rotate-size 1M --rotate-size 1M
    sleep "$pause"
    end TERM
    [ "$STATUS" = 0 ] || { echo "exit status $STATUS" >&2; cat "term$n.said" >&2; return 1; }
    whole "term$n" > said || { cat said >&2; return 1; }
    readable "term$n"/packets*.pcapng
    ! ls "term$n"/zeek/*.log > /dev/null 2>&1 || [ -z "$(grep -L '^#close' "term$n"/zeek/*.log)" ] || return 1
  done
}

killed() {
  local pause n=0
  for pause in 0 0.7 1.3; do
    n=$((n + 1))
    begin "kill$n" --rotate-size 1M
    until_written "kill$n/eve.json" "kill$n/packets-00001.pcapng"
    sleep "$pause"
    end KILL
    whole "kill$n" 1 > said || { cat said >&2; return 1; }
    readable "kill$n"/packets*.pcapng
  done
}

# The disk fills, and has room again.
full-disk() {
  mkdir -p small
  mount -t tmpfs -o size=3m none small
  begin small/out --rotate-size 500k --keep 2
  sleep 4
  kill -0 "$PID" || { cat small/out.said >&2; return 1; }
  grep -q 'No space left\|no space left' small/out.said || { echo "nothing said of the full disk" >&2; return 1; }
  whole small/out > said || { cat said >&2; return 1; }
  mount -o remount,size=200m small
  sleep 1.5
  end TERM
  [ "$STATUS" = 0 ] || { echo "exit status $STATUS" >&2; cat small/out.said >&2; return 1; }
  whole small/out > said || { cat said >&2; return 1; }
  readable small/out/packets*.pcapng
  local output
  for output in eve.json events.json ecs.json; do
    grep -q "$output: [0-9]* lines lost: No space left" small/out.said || { cat small/out.said >&2; return 1; }
  done
  grep -q '"type":"capture"' small/out/events.json
  umount -l small
}

# As logrotate does it.
hang-up() {
  local outputs=(eve.json events.json ecs.json zeek/smb_files.log)
  begin hup
  until_written "${outputs[@]/#/hup/}"
  mkdir hup/old hup/old/zeek
  mv hup/*.json hup/old/
  mv hup/zeek/*.log hup/old/zeek/
  kill -HUP "$PID"
  until_written "${outputs[@]/#/hup/}"
  kill -0 "$PID" || { cat hup.said >&2; return 1; }
  end TERM
  [ "$STATUS" = 0 ] || { cat hup.said >&2; return 1; }
  whole hup > said || { cat said >&2; return 1; }
  [ -z "$(grep -L '^#fields' hup/zeek/*.log)" ] && [ -z "$(grep -L '^#close' hup/old/zeek/*.log)" ]
}

# says STATUS WORDS COMMAND...: COMMAND ends with STATUS, and one line that begins with WORDS.
says() {
  local expected=$1 words=$2 status=0
  shift 2
  timeout 20 "$@" > out 2> said < /dev/null || status=$?
  if [ "$status" != "$expected" ] || [ "$(wc -l < said)" != 1 ] || ! grep -q "^smbscope: $words" said; then
    echo "$*: expected exit status $expected and one line: smbscope: $words; got $status and:" >&2
    cat said >&2
    return 1
  fi
}

wrong-usage() {
  says 2 'no-such-if0: no such interface' "${LIVE[@]}" -i no-such-if0
  says 2 "filter 'tcp prot 445': " "${LIVE[@]}" -i near --filter 'tcp prot 445'
  says 2 'cannot write absent/eve.json: no such folder' "${LIVE[@]}" -i near --eve absent/eve.json
  says 2 'cannot write absent/events.json: no such folder' "${LIVE[@]}" -i near --json absent/events.json
  says 2 'cannot write absent/packets.pcapng: no such folder' "${LIVE[@]}" -i near -w absent/packets.pcapng
  touch file
  says 2 'cannot write into file: not a folder' "${LIVE[@]}" -i near --zeek file
  says 2 '--metrics 9100: expected HOST:PORT' "${LIVE[@]}" -i near --metrics 9100
  python3 -c 'import socket, time; s = socket.create_server(("127.0.0.1", 9345)); time.sleep(60)' & local server=$!
  until (exec 3<> /dev/tcp/127.0.0.1/9345) 2>/dev/null; do sleep 0.05; done
  says 2 '--metrics 127.0.0.1:9345: cannot listen: Address already in use' "${LIVE[@]}" -i near --metrics 127.0.0.1:9345
  kill "$server"
  says 2 '--user: no such user: nobody-such' "${LIVE[@]}" -i near --user nobody-such
}

no-rights() {
  says 2 'near: no permission to capture: ' setpriv --reuid=65534 --regid=65534 --clear-groups \
    "${LIVE[@]}" -i near
}

no-libpcap() {
  says 2 '' "$JAVA" -Dorg.pcap4j.core.pcapLibName=no-such-library -jar "$HERE/target/smbscope.jar" live -i near
  grep -q 'libpcap' said
}

interface-gone() {
  begin gone
  sleep 0.5
  ip link del far
  sleep 1.5
  kill -0 "$PID" || { cat gone.said >&2; return 1; }
  grep -q 'waiting for it' gone.said || { cat gone.said >&2; return 1; }
  end TERM
  [ "$STATUS" = 0 ] || { cat gone.said >&2; return 1; }
  whole gone > said || { cat said >&2; return 1; }
  ip link add far type veth peer name near
  ip link set far up
  ip link set near up
}

failed=()
for name in "$@"; do
  begun=$SECONDS
  # In a condition, set -e would not hold.
  (set -e; "$name") & CHECK=$!
  if wait "$CHECK"; then echo "$name: as it should be ($((SECONDS - begun)) s)"; else failed+=("$name"); fi
done
[ ${#failed[@]} -eq 0 ] || { echo "$ME: failed: ${failed[*]}" >&2; exit 1; }
