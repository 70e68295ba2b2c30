# The compiler takes no wildcards: a grammar listed here is compiled, any other is not.
meta:
  id: all_grammars
  title: Every grammar of smbscope
  license: Apache-2.0
  ks-version: 0.11
  imports:
    - nbss_header
    - ntlmssp_message
    - nbss_packet
    - nb_name
    - nbns_packet
    - nbdgm_packet
    - mailslot_write
    - browser_frame
    - smb1_close
    - smb1_echo
    - smb1_header
    - smb1_information2
    - smb1_locking_andx
    - smb1_negotiate
    - smb1_nt_create_andx
    - smb1_nt_transact
    - smb1_open
    - smb1_path
    - smb1_print_file
    - smb1_read
    - smb1_search
    - smb1_server_string
    - smb1_session_setup_andx
    - smb1_set_file
    - smb1_string
    - smb1_trans2
    - smb1_transaction
    - smb1_tree_connect
    - smb1_write
