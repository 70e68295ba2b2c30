#!/usr/bin/env bash
# Records the captures of attacks again: tools as attackers use them, and what such tools leave on the wire, in the laboratory of
# ../lab.sh. Beside them stands expected.tsv: what smbscope must find in each.
#
#   record.sh [-d DIR] [-l] [NAME...]     all of them, or those named; into DIR (default: this folder); -l lists the names;
#                                         VERBOSE=1 shows what the clients said
#
#   FILESRV  10.7.0.1  Samba as in ../record.sh, with the shares ADMIN$, C$, SYSVOL, Users and finance besides
#            10.7.0.4  windows.py: answers calls that Samba does not, as Windows does
#   CLIENT1  10.7.0.2  the attacker

# shellcheck source=../lab.sh
. "$(dirname "$0")/../lab.sh"
# shellcheck source=identity.sh
. "$(dirname "$0")/identity.sh"

more_shares() {
  local share folder
  for share in 'ADMIN$' 'C$' SYSVOL Users finance; do
    folder=$LAB/more/${share%$}
    mkdir -p "$folder"
    chmod 777 "$LAB/more" "$folder"
    printf '[%s]\n  path = %s\n  read only = no\n  admin users = alice\n' "$share" "$folder"
  done
}

# attack NAME 'SHARE' 'COMMANDS': smbclient's commands in a share, over 3.1.1.
attack() {
  start "$1.pcap"
  smb -U "$ALICE" "//10.7.0.1/$2" -c "lcd $LAB/local; $3"
  finish
}

### The samples: function sample_X records X (with - for _) ###

sample_bruteforce() {
  local password
  start bruteforce.pcap
  for password in $(seq 10); do
    smb //10.7.0.1/share -U "alice%$password" --option='client min protocol=SMB2_02' -c quit
  done
  finish
}

main "$@"
