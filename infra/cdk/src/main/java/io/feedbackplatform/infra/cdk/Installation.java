package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.limit.Plans;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * What is to be installed: everything that {@code cdk synth} is told with {@code --context}. One
 * that exists is consistent.
 *
 * @param account twelve digits; absent, the templates fit any account
 * @param secondRegion where the tables are replicated and the API runs too, in case the first fails
 * @param allowedCountries who may come, as two-letter codes; empty for everybody
 * @param allowedAddresses who may come, as blocks (CIDR); empty for everybody
 * @param notificationEmail told of alarms and rollbacks
 * @param slack whether to tell a Slack channel too; its webhook is put into a secret by hand
 * @param arm whether functions and the console run on arm64, for which they must be packaged
 * @param snapStart whether the API's versions are snapshots of a started process
 * @param tracing whether requests are traced with X-Ray
 * @param reservedConcurrency how many of the API's function may run at once; absent, as many as the
 *     account permits
 * @param provisionedConcurrency how many of them are kept started, which is paid for by the hour
 * @param canary whether a new version of the API is tried on a tenth of the requests before it gets
 *     all
 * @param costMonitor ARN of the account's monitor of cost to be told by, where the account may not
 *     make one by tag; absent, one is made
 * @param cursorKey counted up to sign the cursors of lists with a new key
 * @param limits changes of what the plans of tenants allow; empty for what is shipped
 * @param comprehend whether tenants may have sentiment judged by Amazon Comprehend, which is paid
 *     for by what it reads; not with a second region
 * @param keyPepper counted up to hash the secrets of API keys under a new pepper
 */
public record Installation(
    Stage stage,
    String region,
    @Nullable String account,
    Plan plan,
    @Nullable Domain domain,
    @Nullable String secondRegion,
    List<String> allowedCountries,
    List<String> allowedAddresses,
    @Nullable String notificationEmail,
    boolean slack,
    boolean arm,
    WebAdapter webAdapter,
    boolean snapStart,
    boolean tracing,
    @Nullable Integer reservedConcurrency,
    @Nullable Integer provisionedConcurrency,
    boolean canary,
    @Nullable String costMonitor,
    int cursorKey,
    String limits,
    boolean comprehend,
    int keyPepper) {

  /** Where CloudFront's certificates and firewalls live, whatever the region of the rest. */
  static final String EDGE_REGION = "us-east-1";

  public Installation {
    allowedCountries = List.copyOf(allowedCountries);
    allowedAddresses = List.copyOf(allowedAddresses);
    if (region.equals(secondRegion)) {
      throw new InvalidInstallation(
          "Give --context secondRegion another region than %s, or leave it out.".formatted(region));
    }
    if (secondRegion != null && domain == null) {
      throw new InvalidInstallation(
          "A secondRegion needs a name that can move there: give --context domain=... --context hostedZoneId=... too.");
    }
    if (comprehend && secondRegion != null) {
      throw new InvalidInstallation(
          "The stream of a table in two regions takes no reader for Comprehend beside the one that counts: give --context comprehend or secondRegion, not both.");
    }
    if (snapStart && provisionedConcurrency != null) {
      throw new InvalidInstallation(
          "Lambda knows one way to a quick start for a version: give --context snapStart or provisionedConcurrency, not both.");
    }
    if (plan == Plan.ECONOMY && !(allowedCountries.isEmpty() && allowedAddresses.isEmpty())) {
      throw new InvalidInstallation(
          "Nothing in front of the economy plan's API can keep anybody out: leave allowedCountries and allowedAddresses away, or give --context plan=standard.");
    }
  }

  /**
   * @param context of the CDK's app
   * @param environment variables of this process
   * @throws InvalidInstallation saying how to mend the first thing that is wrong
   */
  public static Installation of(Map<String, Object> context, Map<String, String> environment) {
    var settings = new Settings(context);
    var arm = arm(settings);
    var region = region(settings, "region", EDGE_REGION);
    var secondRegion = settings.text("secondRegion");
    var installation =
        new Installation(
            Stage.of(settings),
            region,
            account(settings, environment),
            plan(settings),
            Domain.of(settings),
            secondRegion == null ? null : region(settings, "secondRegion", secondRegion),
            Visitors.countries(settings),
            Visitors.addresses(settings),
            email(settings),
            settings.flag("slack"),
            arm,
            WebAdapter.of(settings, arm),
            settings.flag("snapStart"),
            settings.flag("tracing"),
            settings.count("reservedConcurrency", 100_000),
            settings.count("provisionedConcurrency", 100_000),
            canary(settings),
            costMonitor(settings),
            Objects.requireNonNullElse(settings.count("cursorKey", 1_000_000), 1),
            limits(settings),
            comprehend(settings, region),
            Objects.requireNonNullElse(settings.count("keyPepper", 1_000_000), 1));
    settings.refuseOthers();
    return installation;
  }

  /** Whether stacks of several regions know each other. */
  boolean spansRegions() {
    return secondRegion != null || !region.equals(EDGE_REGION);
  }

  private static String region(Settings settings, String name, String otherwise) {
    var region = settings.text(name, otherwise);
    var known = Region.regions().stream().map(Region::id).anyMatch(region::equals);
    if (!known || !inPartitionAws(Region.of(region))) {
      throw settings.invalid(
          name, "a region of AWS outside China and GovCloud, as in us-east-1 or eu-west-1");
    }
    return region;
  }

  private static boolean inPartitionAws(Region region) {
    return !region.isGlobalRegion()
        && RegionMetadata.of(region) != null
        && PartitionMetadata.of(region).id().equals("aws");
  }

  private static @Nullable String account(Settings settings, Map<String, String> environment) {
    var account = settings.text("account");
    if (account != null && !account.matches("\\d{12}")) {
      throw settings.invalid("account", "the twelve digits of an account");
    }
    return account != null ? account : environment.get("CDK_DEFAULT_ACCOUNT");
  }

  private static Plan plan(Settings settings) {
    return switch (settings.text("plan", "standard")) {
      case "standard" -> Plan.STANDARD;
      case "economy" -> Plan.ECONOMY;
      default -> throw settings.invalid("plan", "standard (the default) or economy");
    };
  }

  private static String limits(Settings settings) {
    var changes = settings.text("limits", "");
    try {
      Plans.changed(changes);
      return changes;
    } catch (IllegalArgumentException wrong) {
      throw settings.invalid(
          "limits", "numbers of plans, as in free.seats=10,all.burst=200; " + wrong.getMessage());
    }
  }

  private static boolean comprehend(Settings settings, String region) {
    var asked = settings.flag("comprehend");
    if (asked && !ServiceMetadata.of("comprehend").regions().contains(Region.of(region))) {
      throw new InvalidInstallation(
          "Amazon Comprehend is not in %s: leave --context comprehend away, or give another region."
              .formatted(region));
    }
    return asked;
  }

  private static boolean arm(Settings settings) {
    return switch (settings.text("architecture", "x86_64")) {
      case "x86_64" -> false;
      case "arm64" -> true;
      default -> throw settings.invalid("architecture", "x86_64 (the default) or arm64");
    };
  }

  private static boolean canary(Settings settings) {
    return switch (settings.text("release", "canary")) {
      case "canary" -> true;
      case "direct" -> false;
      default -> throw settings.invalid("release", "canary (the default) or direct");
    };
  }

  private static @Nullable String costMonitor(Settings settings) {
    var arn = settings.text("costMonitor");
    if (arn != null && !arn.matches("arn:aws:ce::\\d{12}:anomalymonitor/[0-9a-f-]{36}")) {
      throw settings.invalid(
          "costMonitor",
          "the ARN of a monitor, as aws ce get-anomaly-monitors tells it: arn:aws:ce::111122223333:anomalymonitor/...");
    }
    return arn;
  }

  private static @Nullable String email(Settings settings) {
    var email = settings.text("notificationEmail");
    if (email != null && !email.matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+")) {
      throw settings.invalid("notificationEmail", "an e-mail address, as in ops@example.com");
    }
    return email;
  }
}
