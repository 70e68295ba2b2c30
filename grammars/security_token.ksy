meta:
  id: security_token
  title: GSS-API, SPNEGO and Kerberos tokens, whose encoding is DER
  license: Apache-2.0
  ks-version: 0.11
  endian: le
doc: |
  The structures are ASN.1's, so that there is nothing here to read but the octets which Kerberos puts before its
  message; the fields are found by the tags of the elements.
doc-ref: RFC 4178 4.2, MS-SPNG 2.2.1, RFC 4121 4.1, RFC 4120 5
seq:
  - id: tok_id
    type: u2
    -wireshark: {name: spnego.krb5.tok_id, as: hex, label: krb5_tok_id, values: {0x0001: KRB5_AP_REQ, 0x0002: KRB5_AP_REP, 0x0003: KRB5_ERROR}}
-generated:
  - {name: gss-api, as: protocol, label: GSS-API Generic Security Service Application Program Interface}
  - {name: gss-api.OID, as: utf8, label: OID}
  - {name: spnego, as: protocol, label: Simple Protected Negotiation}
  - {name: spnego.negTokenInit_element, as: none, label: negTokenInit}
  - {name: spnego.negTokenTarg_element, as: none, label: negTokenTarg}
  - {name: spnego.mechTypes, as: dec, octets: 4, label: mechTypes}
  - {name: spnego.MechType, as: utf8, label: MechType}
  - {name: spnego.reqFlags, as: bytes, label: reqFlags}
  - {name: spnego.mechToken, as: bytes, label: mechToken}
  - {name: spnego.mechListMIC, as: bytes, label: mechListMIC}
  - {name: spnego.negHints_element, as: none, label: negHints}
  - {name: spnego.hintName, as: utf8, label: hintName}
  - {name: spnego.hintAddress, as: bytes, label: hintAddress}
  - {name: spnego.negResult, as: dec, octets: 4, label: negResult, values: {0: accept-completed, 1: accept-incomplete, 2: reject, 3: request-mic}}
  - {name: spnego.supportedMech, as: utf8, label: supportedMech}
  - {name: spnego.responseToken, as: bytes, label: responseToken}
  - {name: spnego.krb5.blob, as: bytes, label: krb5_blob}
  - {name: spnego.krb5_oid, as: utf8, label: KRB5 OID}
  - {name: kerberos, as: protocol, label: Kerberos}
  - {name: kerberos.ap_req_element, as: none, label: ap-req}
  - {name: kerberos.ap_rep_element, as: none, label: ap-rep}
  - {name: kerberos.krb_error_element, as: none, label: krb-error}
  - {name: kerberos.pvno, as: dec, octets: 4, label: pvno}
  - {name: kerberos.msg_type, as: int, octets: 4, label: msg-type, values: {14: krb-ap-req, 15: krb-ap-rep, 30: krb-error}}
  - name: kerberos.ap_options
    as: bytes
    label: ap-options
  - {name: kerberos.APOptions.reserved, as: bool, mask: 0x80, octets: 1, label: reserved}
  - {name: kerberos.APOptions.use.session.key, as: bool, mask: 0x40, octets: 1, label: use-session-key}
  - {name: kerberos.APOptions.mutual.required, as: bool, mask: 0x20, octets: 1, label: mutual-required}
  - {name: kerberos.ticket_element, as: none, label: ticket}
  - {name: kerberos.tkt_vno, as: dec, octets: 4, label: tkt-vno}
  - {name: kerberos.realm, as: utf8, label: realm}
  - {name: kerberos.crealm, as: utf8, label: crealm}
  - {name: kerberos.sname_element, as: none, label: sname}
  - {name: kerberos.cname_element, as: none, label: cname}
  - {name: kerberos.name_type, as: int, octets: 4, label: name-type, values: {0: kRB5-NT-UNKNOWN, 1: kRB5-NT-PRINCIPAL, 2: kRB5-NT-SRV-INST, 3: kRB5-NT-SRV-HST, 10: kRB5-NT-ENTERPRISE-PRINCIPAL}}
  - {name: kerberos.sname_string, as: dec, octets: 4, label: sname-string}
  - {name: kerberos.SNameString, as: utf8, label: SNameString}
  - {name: kerberos.cname_string, as: dec, octets: 4, label: cname-string}
  - {name: kerberos.CNameString, as: utf8, label: CNameString}
  - {name: kerberos.enc_part_element, as: none, label: enc-part}
  - {name: kerberos.authenticator_element, as: none, label: authenticator}
  - {name: kerberos.etype, as: int, octets: 4, label: etype, values: etypes}
  - {name: kerberos.kvno, as: dec, octets: 4, label: kvno}
  - {name: kerberos.cipher, as: bytes, label: cipher}
  - {name: kerberos.ctime, as: unix, label: ctime}
  - {name: kerberos.cusec, as: dec, octets: 4, label: cusec}
  - {name: kerberos.stime, as: unix, label: stime}
  - {name: kerberos.susec, as: dec, octets: 4, label: susec}
  - {name: kerberos.error_code, as: int, octets: 4, label: error-code}
  - {name: kerberos.e_text, as: utf8, label: e-text}
  - {name: kerberos.e_data, as: bytes, label: e-data}
-values:
  etypes:
    1: eTYPE-DES-CBC-CRC
    3: eTYPE-DES-CBC-MD5
    16: eTYPE-DES3-CBC-SHA1
    17: eTYPE-AES128-CTS-HMAC-SHA1-96
    18: eTYPE-AES256-CTS-HMAC-SHA1-96
    19: eTYPE-AES128-CTS-HMAC-SHA256-128
    20: eTYPE-AES256-CTS-HMAC-SHA384-192
    23: eTYPE-ARCFOUR-HMAC-MD5
    24: eTYPE-ARCFOUR-HMAC-MD5-56
