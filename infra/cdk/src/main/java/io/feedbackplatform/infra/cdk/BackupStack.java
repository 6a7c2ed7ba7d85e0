package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupPlanRuleProps;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.LockConfiguration;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * A copy of every table each week, kept beyond the 35 days that point-in-time recovery reaches
 * back. The vault is locked: a copy can be deleted by nobody before its minimum is over.
 */
final class BackupStack extends Stack {

  static final Duration KEPT = Duration.days(90);

  /** Nobody, by accident or not, empties the vault within this time. */
  static final Duration LOCKED = Duration.days(35);

  private final String vaultName;

  BackupStack(Construct scope, Place place, List<ITable> tables) {
    super(
        scope,
        place.stackName("backup"),
        place.protectedStack("backup", "Weekly copies of the tables"));
    vaultName = place.name("backups");
    var vault =
        BackupVault.Builder.create(this, "Vault")
            .backupVaultName(vaultName)
            .encryptionKey(
                Key.Builder.create(this, "Key")
                    .description("Copies of the tables of " + place.stage())
                    .enableKeyRotation(true)
                    .removalPolicy(RemovalPolicy.RETAIN)
                    .build())
            .lockConfiguration(LockConfiguration.builder().minRetention(LOCKED).build())
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    var plan =
        BackupPlan.Builder.create(this, "Plan")
            .backupPlanName(place.name("weekly"))
            .backupPlanRules(
                List.of(
                    new BackupPlanRule(
                        BackupPlanRuleProps.builder()
                            .ruleName("weekly")
                            .backupVault(vault)
                            .scheduleExpression(
                                Schedule.cron(
                                    CronOptions.builder()
                                        .weekDay("SUN")
                                        .hour("3")
                                        .minute("0")
                                        .build()))
                            .startWindow(Duration.hours(2))
                            .completionWindow(Duration.hours(12))
                            .deleteAfter(KEPT)
                            .build())))
            .build();
    var selection =
        plan.addSelection(
            "Tables",
            BackupSelectionOptions.builder()
                .resources(tables.stream().map(BackupResource::fromDynamoDbTable).toList())
                .build());
    Explained.finding(
        selection,
        "IAM4",
        "AWS keeps the policy of its backup service up to date with what copying a table takes.");
  }

  /** Name of the vault, which its metrics carry. */
  String vaultName() {
    return vaultName;
  }
}
