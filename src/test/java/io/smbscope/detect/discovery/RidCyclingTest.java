package io.smbscope.detect.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.ARpc;
import io.smbscope.detect.events.ASession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RidCyclingTest {
  private static final String LSARPC = "12345778-1234-abcd-ef00-0123456789ab";
  private static final String SAMR = "12345778-1234-abcd-ef00-0123456789ac";
  private static final String DOMAIN = "S-1-5-21-1-2-3-";

  private final Trial trial = new Trial();

  private void lookUp(long rid) {
    trial.see(
        new ARpc().at(trial.next()).of(LSARPC).opnum(57).argument("Sid", DOMAIN + rid).build());
  }

  @Test
  void fiftyInARow() {
    for (int rid = 500; rid < 550; rid++) {
      lookUp(rid);
    }

    assertThat(trial.raised("rid-cycling")).hasSize(1);
  }

  @Test
  void fiftyInOneCall() {
    ARpc call = new ARpc().at(trial.next()).of(LSARPC).opnum(15);
    ARpc ids = new ARpc().at(trial.next()).server("10.7.0.3").of(SAMR).opnum(18);
    for (int rid = 1000; rid < 1050; rid++) {
      call.argument("Sid", DOMAIN + rid);
      ids.argument("RelativeIds", String.valueOf(rid));
    }
    trial.see(call.build(), ids.build());

    assertThat(trial.raised("rid-cycling")).hasSize(2);
  }

  @Test
  void fortyNineInARow() {
    for (int rid = 500; rid < 549; rid++) {
      lookUp(rid);
    }
    lookUp(1000);
    lookUp(1001);

    assertThat(trial.raised("rid-cycling")).isEmpty();
  }

  @Test
  void aHundredWithGapsOrSlowly() {
    for (int rid = 500; rid < 700; rid += 2) {
      lookUp(rid);
    }
    for (int rid = 2000; rid < 2100; rid++) {
      lookUp(rid);
      trial.pass(Duration.ofMinutes(6));
    }

    assertThat(trial.raised("rid-cycling")).isEmpty();
  }

  @Test
  void twentyLookupsOfNobody() {
    trial.see(new ASession().at(trial.next()).anonymous(true).begun());
    for (int i = 0; i < 20; i++) {
      lookUp(7L * i);
    }

    assertThat(trial.raised("rid-cycling")).hasSize(1);
  }

  @Test
  void nineteenLookupsOfNobodyAndManyOfAUser() {
    trial.see(new ASession().at(trial.next()).anonymous(true).begun());
    for (int i = 0; i < 19; i++) {
      lookUp(7L * i);
    }
    trial.see(new ASession().at(trial.next()).anonymous(true).build());
    for (int i = 0; i < 40; i++) {
      lookUp(7L * i);
    }

    assertThat(trial.raised("rid-cycling")).isEmpty();
  }
}
