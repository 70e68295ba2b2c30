package io.smbscope.detect.lateral;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Sighting;
import io.smbscope.event.RpcEvent;
import io.smbscope.rpc.Argument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Calls that change a server or run something on it, by interface and operation number; those that
 * are refused too.
 */
public final class RemoteCalls implements Detection {
  private static final int ARGUMENTS_TOLD = 4;

  /** Calls of the rule, as {@link RemoteCall} lists them: by interface, then operation number. */
  private final Map<UUID, Map<Integer, Rule>> calls = new HashMap<>();

  private final Findings findings;

  public RemoteCalls(Findings findings) {
    this.findings = findings;
    for (RemoteCall call : RemoteCall.ALL) {
      Map<Integer, Rule> ofInterface = calls.computeIfAbsent(call.of(), any -> new HashMap<>());
      call.opnums().forEach(opnum -> ofInterface.put(opnum, call.rule()));
    }
  }

  @Override
  public List<Rule> rules() {
    return RemoteCall.RULES;
  }

  @Override
  public void listen(Listeners on) {
    on.rpc(this::rpc);
  }

  private void rpc(RpcEvent rpc) {
    Map<Integer, Rule> ofInterface = calls.get(rpc.interfaceId());
    Rule rule = ofInterface == null ? null : ofInterface.get(Calls.opnum(rpc));
    if (rule == null) {
      return;
    }
    Sighting sighting = Seen.in(rule, rpc);
    int told = 0;
    for (Argument argument : rpc.arguments()) {
      boolean says =
          !argument.value().isEmpty() && !argument.value().chars().allMatch(Character::isDigit);
      if (says && told < ARGUMENTS_TOLD) {
        sighting.value(argument.name(), Seen.text(told(argument)));
        told++;
      }
    }
    findings.report(sighting.value("result", rpc.result(Argument.STATUS)));
  }

  /** Of a task, what it runs. [MS-TSCH] 2.5 */
  private static String told(Argument argument) {
    String value = argument.value();
    int command = value.indexOf("<Command>");
    return command < 0 ? value : value.substring(command);
  }
}
