package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.logs.ILogGroup;

/**
 * What there is to watch at a place.
 *
 * @param workers null where none run
 * @param console null without one
 * @param vault name of the vault with the weekly copies; null where there is none
 * @param distributions by what they serve
 */
record Observed(
    Api api,
    Ops ops,
    @Nullable Workers workers,
    @Nullable Console console,
    @Nullable String vault,
    Map<String, IDistribution> distributions) {

  /** Every log that is archived, by a name of its own. */
  Map<String, ILogGroup> logs() {
    var logs = new LinkedHashMap<String, ILogGroup>();
    logs.put("Api", api.logs());
    logs.put("Access", api.accessLogs());
    var ofOps = ops.logs();
    for (int i = 0; i < ofOps.size(); i++) {
      logs.put("Ops" + i, ofOps.get(i));
    }
    if (workers != null) {
      logs.put("Workers", workers.logs());
      logs.putAll(new TreeMap<>(workers.otherLogs()));
    }
    if (console != null) {
      logs.put("Console", console.logs());
    }
    return logs;
  }

  /** The names of the logs in which failures are told. */
  List<String> errorLogs() {
    var names = new ArrayList<String>();
    names.add(api.logs().getLogGroupName());
    if (workers != null) {
      names.add(workers.logs().getLogGroupName());
      new TreeMap<>(workers.otherLogs())
          .values()
          .forEach(logs -> names.add(logs.getLogGroupName()));
    }
    return names;
  }
}
