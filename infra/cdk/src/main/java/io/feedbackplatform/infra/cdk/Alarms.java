package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * The alarms of a stack: each has a name, says what is wrong and where to read on, and tells
 * people.
 */
final class Alarms {

  private final Construct scope;
  private final Place place;
  private final ITopic people;
  private final List<IAlarm> all = new ArrayList<>();

  Alarms(Construct scope, Place place, ITopic people) {
    this.scope = scope;
    this.place = place;
    this.people = people;
  }

  /**
   * When an alarm goes off.
   *
   * @param periods for how many periods of the metric, one after the other
   * @param missing what no data means
   */
  record Limit(ComparisonOperator comparison, double value, int periods, TreatMissingData missing) {

    /** More than this; that nothing is reported means that nothing happened. */
    static Limit above(double value, int periods) {
      return new Limit(
          ComparisonOperator.GREATER_THAN_THRESHOLD,
          value,
          periods,
          TreatMissingData.NOT_BREACHING);
    }

    /** Fewer than this; that nothing is reported is as bad. */
    static Limit below(double value, int periods) {
      return new Limit(
          ComparisonOperator.LESS_THAN_THRESHOLD, value, periods, TreatMissingData.BREACHING);
    }
  }

  /** An alarm whose runbook has its own name. */
  void add(String name, String meaning, IMetric metric, Limit limit) {
    add(name, name, meaning, metric, limit);
  }

  /** An alarm that shares its runbook. */
  void add(String name, String runbook, String meaning, IMetric metric, Limit limit) {
    var alarm =
        Alarm.Builder.create(scope, name)
            .alarmName(place.alarm(name))
            .alarmDescription(describe(meaning, runbook))
            .metric(metric)
            .threshold(limit.value())
            .comparisonOperator(limit.comparison())
            .evaluationPeriods(limit.periods())
            .treatMissingData(limit.missing())
            .build();
    tell(alarm);
    all.add(alarm);
  }

  /** Tells people of an alarm that another stack has made. */
  void adopt(IAlarm alarm) {
    all.add(alarm);
  }

  static String describe(String meaning, String runbook) {
    return meaning + " Runbook: docs/runbooks/" + runbook + ".md";
  }

  private void tell(Alarm alarm) {
    alarm.addAlarmAction(new SnsAction(people));
    alarm.addOkAction(new SnsAction(people));
  }

  List<IAlarm> all() {
    return List.copyOf(all);
  }
}
