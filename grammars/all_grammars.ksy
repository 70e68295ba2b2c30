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
