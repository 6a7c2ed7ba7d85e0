package io.feedbackplatform.ops.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Alarms in CloudWatch. */
public final class CloudWatchAlarms implements Alarms {

  private final CloudWatchClient client;

  public CloudWatchAlarms(CloudWatchClient client) {
    this.client = client;
  }

  @Override
  public List<AlarmState> states(Set<String> names) {
    var metric = metric(names);
    // Only who may see every alarm may ask for composite ones (CloudWatch API, DescribeAlarms): a
    // role that is confined to its metric alarms must not be turned down for them.
    return metric.size() == names.size()
        ? metric
        : Stream.concat(metric.stream(), composite(names)).toList();
  }

  private List<AlarmState> metric(Set<String> names) {
    return client
        .describeAlarms(request -> request.alarmNames(names).alarmTypes(AlarmType.METRIC_ALARM))
        .metricAlarms()
        .stream()
        .map(alarm ->
            state(
                alarm.alarmName(),
                alarm.stateValue(),
                first(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp())))
        .toList();
  }

  private Stream<AlarmState> composite(Set<String> names) {
    return client
        .describeAlarms(request -> request.alarmNames(names).alarmTypes(AlarmType.COMPOSITE_ALARM))
        .compositeAlarms()
        .stream()
        .map(alarm ->
            state(
                alarm.alarmName(),
                alarm.stateValue(),
                first(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp())));
  }

  private static AlarmState state(String name, StateValue value, Instant since) {
    return switch (value) {
      case OK -> new AlarmState(name, AlarmState.Value.OK, since);
      case ALARM -> new AlarmState(name, AlarmState.Value.ALARM, since);
      case INSUFFICIENT_DATA, UNKNOWN_TO_SDK_VERSION ->
          new AlarmState(name, AlarmState.Value.INSUFFICIENT_DATA, since);
    };
  }

  /** An alarm that never changed has no time of its last change. */
  private static Instant first(@Nullable Instant changed, @Nullable Instant updated) {
    if (changed != null) {
      return changed;
    }
    return updated != null ? updated : Instant.EPOCH;
  }
}
