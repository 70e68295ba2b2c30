package io.smbscope.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NtStatusTest {

  @ParameterizedTest
  @CsvSource({
    "00000000, STATUS_SUCCESS",
    "00000080, STATUS_ABANDONED",
    "00000103, STATUS_PENDING",
    "0000010C, STATUS_NOTIFY_ENUM_DIR",
    "80000005, STATUS_BUFFER_OVERFLOW",
    "80000006, STATUS_NO_MORE_FILES",
    "8000002D, STATUS_STOPPED_ON_SYMLINK",
    "C0000016, STATUS_MORE_PROCESSING_REQUIRED",
    "C0000022, STATUS_ACCESS_DENIED",
    "C000006D, STATUS_LOGON_FAILURE",
    "C0000205, STATUS_INSUFF_SERVER_RESOURCES",
    "C0000234, STATUS_ACCOUNT_LOCKED_OUT",
    "C000035C, STATUS_NETWORK_SESSION_EXPIRED",
    "C0020001, RPC_NT_INVALID_STRING_BINDING",
    "C05D0000, STATUS_SMB_NO_PREAUTH_INTEGRITY_HASH_OVERLAP",
    "C0001234, 0xC0001234",
    "FFFFFFFF, 0xFFFFFFFF",
  })
  void namesTheStatus(String status, String name) {
    assertThat(NtStatus.name(Long.parseLong(status, 16))).isEqualTo(name);
  }

  @Test
  void everyConstantIsTheNumberOfItsName() throws IllegalAccessException {
    for (Field constant : NtStatus.class.getFields()) {
      assertThat(NtStatus.name(constant.getLong(null))).isEqualTo("STATUS_" + constant.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ntstatus.tsv", "doserror.tsv"})
  void rowsAscendSoThatTheSearchFindsThem(String resource) throws IOException {
    List<String> rows;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                NtStatus.class.getResourceAsStream(resource), StandardCharsets.US_ASCII))) {
      rows = in.lines().toList();
    }
    List<String> numbers = rows.stream().map(row -> row.substring(0, 10)).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(rows).allMatch(row -> row.matches("0x[0-9A-F]{8}\t[A-Za-z0-9_/]+"));
  }

  @Test
  void severityIsTheUppermostTwoBits() {
    assertThat(NtStatus.isSuccess(NtStatus.PENDING)).isTrue();
    assertThat(NtStatus.isSuccess(0x4000_0000L)).isTrue();
    assertThat(NtStatus.isSuccess(NtStatus.BUFFER_OVERFLOW)).isFalse();
    assertThat(NtStatus.isWarning(NtStatus.BUFFER_OVERFLOW)).isTrue();
    assertThat(NtStatus.isError(NtStatus.BUFFER_OVERFLOW)).isFalse();
    assertThat(NtStatus.isError(NtStatus.LOGON_FAILURE)).isTrue();
    assertThat(NtStatus.isWarning(NtStatus.LOGON_FAILURE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, SUCCESS",
    "1, 2, ERRDOS/ERRbadfile",
    "1, 5, ERRDOS/ERRnoaccess",
    "1, 18, ERRDOS/ERRnofiles",
    "1, 9999, ERRDOS/9999",
    "2, 2, ERRSRV/ERRbadpw",
    "2, 5, ERRSRV/ERRinvtid",
    "2, 65535, ERRSRV/ERRnosupport",
    "3, 39, ERRHRD/ERRdiskfull",
    "255, 0, ERRCMD/0",
    "77, 1, 77/1",
  })
  void namesTheDosError(int errorClass, int code, String name) {
    assertThat(NtStatus.dosName(errorClass, code)).isEqualTo(name);
  }
}
