# A laboratory for recording captures: real servers and clients in namespaces of their own (network, processes, mounts, host name),
# which end with the script however it ends; the machine's accounts and names are neither used nor changed. Sourced by scripts that
# have a function sample_X for each sample X (with - for _), may have more_shares for their own shares, and end with: main "$@"
#
#   SCRIPT [-d DIR] [-l] [NAME...]     all samples, or those named; into DIR (default: the script's folder); -l lists the names;
#                                      VERBOSE=1 shows what the clients said
# shellcheck shell=bash
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
  ! declare -F more_shares > /dev/null || more_shares
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

### Main ###

names() { declare -F | sed -n 's/^declare -f sample_//p' | tr _ -; }

main() {
  if [ -n "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
    lab_up
    "sample_${1//-/_}"
    return
  fi
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
}
