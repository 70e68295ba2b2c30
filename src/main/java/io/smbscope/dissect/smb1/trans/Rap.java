package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.smb1.Smb1Command;

final class Rap {
  record Call(int function) {}

  Call request(Smb1Command command, Words words) {
    return null;
  }

  boolean response(Smb1Command command, Words words, Call call) {
    return false;
  }
}
