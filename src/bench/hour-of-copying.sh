#!/usr/bin/env bash
# Records ordinary work on a file server, in which `analyze` must find nothing but true hygiene: three people who look, copy,
# rename and delete with smbclient, and a backup every ten minutes, from two machines; all sign, one encrypts.
#
#   hour-of-copying.sh [SECONDS] FILE     3,600 SECONDS; FILE is the capture, some 200 MB an hour
#
# Needs what sample-captures/lab.sh needs. All runs in namespaces of its own, which end with this script, however it ends.

if [ -z "${SMBSCOPE_IN_NAMESPACES:-}" ]; then
  case $# in
    1) export LENGTH=3600 CAPTURE=$1 ;;
    2) export LENGTH=$1 CAPTURE=$2 ;;
    *) echo "usage: ${0##*/} [SECONDS] FILE" >&2; exit 2 ;;
  esac
  set -- -d "$(dirname "$CAPTURE")" hour-of-copying
fi
# shellcheck source=../../sample-captures/lab.sh
. "$(dirname "$0")/../../sample-captures/lab.sh"

more_shares() {
  local share
  for share in projects archive; do
    mkdir -p "$LAB/$share"
    printf '[%s]\n  path = %s\n  read only = no\n' "$share" "$LAB/$share"
  done
}

# A second machine on the same wire: CLIENT2, 10.7.0.5.
second_client() {
  ip netns add cli2
  ip -n cli link add vc2 link vc address 02:00:00:00:07:05 type macvlan mode bridge
  ip -n cli link set vc2 netns cli2
  ip -n cli2 link set lo up
  ip -n cli2 addr add 10.7.0.5/24 brd + dev vc2
  ip -n cli2 link set vc2 up
  conf CLIENT2 10.7.0.5/24 > "$LAB/client2.conf"
}

users() {
  local user id=54330
  for user in bob carol saver; do
    echo "$user:x:$((id++)):65534::/nonexistent:/usr/sbin/nologin" >> "$LAB/passwd"
    printf 'Passw0rd\nPassw0rd\n' | smbpasswd -c "$LAB/server.conf" -s -a "$user" >/dev/null
  done
  chmod 777 "$LAB"/{projects,archive,secret}
}

# written FOLDER NAME...: files of 1 kB to 3 MB, half of them text.
written() {
  local folder=$1 name
  shift
  mkdir -p "$folder"
  for name in "$@"; do
    head -c $((1024 << (RANDOM % 10) + RANDOM % 3)) /dev/urandom | if [ $((RANDOM % 2)) = 0 ]; then base64; else gzip; fi > "$folder/$name"
  done
}

# at MACHINE [smbclient's options]: a session with the commands of standard input.
at() {
  local namespace=$1 settings=$LAB/client.conf
  shift
  [ "$namespace" = cli ] || settings=$LAB/client2.conf
  ip netns exec "$namespace" smbclient -s "$settings" --option='client min protocol=SMB2_02' "$@" >> "$LAB/clients.log" 2>&1 || true
}

# say COMMAND...: commands as a person types them, who thinks in between.
say() {
  local command
  for command; do
    [ -n "$command" ] || continue
    echo "$command"
    sleep $((1 + RANDOM % 8))
  done
}

pause() { sleep $((10 + RANDOM % 50)); }

alice() {
  local n=0 home=$LAB/local/alice
  written "$home" notes.txt plan.odt
  say ls | at cli -U alice%Passw0rd -L //FILESRV -I 10.7.0.1 --client-protection=sign
  while true; do
    n=$((n + 1))
    written "$home" "report-$n.txt" "figures-$n.ods"
    say "lcd $home" ls "mkdir week-$n" "cd week-$n" "put report-$n.txt" "put figures-$n.ods" ls "rename report-$n.txt final-$n.txt" \
      "get final-$n.txt back.txt" 'cd ..' 'put notes.txt' 'get notes.txt notes.back' ls "$([ $((n % 4)) = 0 ] && echo del notes.txt)" \
      | at cli -U alice%Passw0rd //10.7.0.1/projects --client-protection=sign
    pause
  done
}

bob() {
  local n=0 home=$LAB/local/bob
  mkdir -p "$home"
  while true; do
    n=$((n + 1))
    written "$home" "photo-$n.jpg" "letter-$n.doc"
    say "lcd $home" prompt ls "mput letter-$n.doc photo-$n.jpg" 'mget letter-*.doc' "$([ $n -gt 3 ] && echo "del letter-$((n - 3)).doc; del photo-$((n - 3)).jpg")" ls \
      | at cli2 -U bob%Passw0rd //FILESRV/share -I 10.7.0.1 --client-protection=sign -m "$([ $((n % 3)) = 0 ] && echo SMB3_02 || echo SMB3_11)"
    pause
  done
}

carol() {
  local n=0 home=$LAB/local/carol
  while true; do
    n=$((n + 1))
    written "$home" "contract-$n.pdf"
    say "lcd $home" ls "put contract-$n.pdf" "get contract-$n.pdf copy.pdf" "rename contract-$n.pdf signed-$n.pdf" ls \
      | at cli -U carol%Passw0rd //10.7.0.1/secret --client-protection=encrypt
    pause
    say "lcd $home" "put contract-$n.pdf" ls | at cli -U carol%Passw0rd //10.7.0.1/projects --client-protection=encrypt
    pause
  done
}

# All that is new, in a folder of its own; now and then a folder is restored to see that it can be.
backup() {
  local n=0 home=$LAB/local/backup/data
  while true; do
    n=$((n + 1))
    written "$home/ledger" "$n".{csv,idx}
    written "$home/mail" "$n"-{1..6}.eml
    written "$home/pictures" "$n"-{1..4}.png
    printf '%s\n' "lcd $home" recurse prompt "mkdir run-$n" "cd run-$n" 'mput *' ls \
      | at cli2 -U saver%Passw0rd //10.7.0.1/archive --client-protection=sign
    rm -r "$home"
    mkdir -p "$LAB/local/restored"
    [ $((n % 3)) -ne 0 ] || printf '%s\n' "lcd $LAB/local/restored" recurse prompt "cd run-$n" 'mget *' \
      | at cli2 -U saver%Passw0rd //10.7.0.1/archive --client-protection=sign
    [ $n -le 4 ] || printf '%s\n' "deltree run-$((n - 4))" | at cli2 -U saver%Passw0rd //10.7.0.1/archive --client-protection=sign
    sleep 600
  done
}

hour() {
  local end=$((SECONDS + LENGTH)) person people=()
  CAPTURE_NS=srv CAPTURE_DEV=vs start "${CAPTURE##*/}"
  for person in alice bob carol backup; do
    $person < /dev/null &
    people+=($!)
    sleep 3
  done
  sleep $((end > SECONDS ? end - SECONDS : 0))
  kill "${people[@]}"
  finish
}

sample_hour_of_copying() {
  second_client
  users
  with_option 'server min protocol = SMB2_02' hour
}

main "$@"
