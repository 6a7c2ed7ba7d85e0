package io.feedbackplatform.ops.alarm;

import java.util.List;
import java.util.Set;

/** Alarms as CloudWatch has them now. */
public interface Alarms {

  /** Those of the named alarms that exist, metric and composite ones alike. */
  List<AlarmState> states(Set<String> names);
}
