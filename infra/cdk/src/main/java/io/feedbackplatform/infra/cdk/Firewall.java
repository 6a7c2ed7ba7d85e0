package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnIPSet;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DataProtectProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DataProtectionConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.ManagedRuleGroupStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.OverrideActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionOverrideProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.constructs.Construct;

/**
 * A web ACL that lets every text through: what visitors write is never run, put into a query or
 * shown as markup, and complaints about a web shop do look like attacks. So the rules that read
 * bodies only count; those that read addresses, paths, queries and headers block.
 */
final class Firewall extends Construct {

  /** Where the ACL stands. */
  enum Scope {
    CLOUDFRONT,
    REGIONAL
  }

  /** Submissions and widgets' looks that one address may ask for in five minutes. */
  static final int REQUESTS_PER_VISITOR = 2_000;

  /**
   * Requests of whatever kind from one address of people, which many may share: an open page of the
   * console asks every two seconds.
   */
  static final int REQUESTS_PER_OFFICE = 20_000;

  /** The same from one server of a partner: what the largest plan grants, 500 a second. */
  static final int REQUESTS_PER_PARTNER = 150_000;

  /** Rules of the common set that a feedback text, of up to 64 KB, can break. */
  static final List<String> COUNTED_OF_COMMON =
      List.of(
          "SizeRestrictions_BODY",
          "CrossSiteScripting_BODY",
          "GenericLFI_BODY",
          "GenericRFI_BODY",
          "EC2MetaDataSSRF_BODY");

  /** Rules of the known bad inputs that a feedback text can break. */
  static final List<String> COUNTED_OF_BAD_INPUTS =
      List.of("JavaDeserializationRCE_BODY", "Log4JRCE_BODY");

  private final CfnWebACL acl;

  /**
   * @param allowedAddresses CIDR blocks; everybody else is refused; empty: nobody is
   * @param allowedCountries the same by country
   */
  Firewall(
      Construct scope,
      String id,
      Scope where,
      List<String> allowedAddresses,
      List<String> allowedCountries) {
    super(scope, id);
    var rules = new ArrayList<RuleProperty>();
    if (!allowedAddresses.isEmpty()) {
      rules.add(rule(rules.size(), "OtherAddresses", notFrom(where, allowedAddresses)));
    }
    if (!allowedCountries.isEmpty()) {
      rules.add(rule(rules.size(), "OtherCountries", not(from(allowedCountries))));
    }
    if (where == Scope.CLOUDFRONT) {
      rules.add(
          rule(
              rules.size(),
              "TooManyFromPages",
              fromOneAddress(REQUESTS_PER_VISITOR).scopeDownStatement(withSiteKey())));
    }
    rules.add(
        rule(
            rules.size(),
            "TooManyRequests",
            fromOneAddress(
                where == Scope.CLOUDFRONT ? REQUESTS_PER_PARTNER : REQUESTS_PER_OFFICE)));
    rules.add(managed(rules.size(), "AWSManagedRulesAmazonIpReputationList", List.of()));
    rules.add(managed(rules.size(), "AWSManagedRulesCommonRuleSet", COUNTED_OF_COMMON));
    rules.add(managed(rules.size(), "AWSManagedRulesKnownBadInputsRuleSet", COUNTED_OF_BAD_INPUTS));
    acl =
        CfnWebACL.Builder.create(this, "Acl")
            .scope(where.name())
            .defaultAction(
                DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            .visibilityConfig(visible("Requests"))
            .dataProtectionConfig(withoutCredentials())
            .rules(rules)
            .build();
  }

  String arn() {
    return acl.getAttrArn();
  }

  /**
   * Whoever looks at samples of requests to see what was blocked, needs nobody's token for that.
   */
  private static DataProtectionConfigProperty withoutCredentials() {
    return DataProtectionConfigProperty.builder()
        .dataProtections(
            List.of(
                DataProtectProperty.builder()
                    .field(
                        CfnWebACL.FieldToProtectProperty.builder()
                            .fieldType("SINGLE_HEADER")
                            .fieldKeys(List.of("authorization", "cookie"))
                            .build())
                    .action("SUBSTITUTION")
                    .build()))
        .build();
  }

  private StatementProperty notFrom(Scope where, List<String> addresses) {
    var sets = new ArrayList<StatementProperty>();
    var version6 = addresses.stream().filter(address -> address.contains(":")).toList();
    var version4 = addresses.stream().filter(address -> !address.contains(":")).toList();
    if (!version4.isEmpty()) {
      sets.add(from(addresses("Ipv4Addresses", where, "IPV4", version4)));
    }
    if (!version6.isEmpty()) {
      sets.add(from(addresses("Ipv6Addresses", where, "IPV6", version6)));
    }
    var allowed =
        sets.size() == 1
            ? sets.getFirst()
            : StatementProperty.builder()
                .orStatement(CfnWebACL.OrStatementProperty.builder().statements(sets).build())
                .build();
    return not(allowed);
  }

  private static StatementProperty not(StatementProperty statement) {
    return StatementProperty.builder()
        .notStatement(CfnWebACL.NotStatementProperty.builder().statement(statement).build())
        .build();
  }

  private static StatementProperty from(List<String> countries) {
    return StatementProperty.builder()
        .geoMatchStatement(
            CfnWebACL.GeoMatchStatementProperty.builder().countryCodes(countries).build())
        .build();
  }

  private CfnIPSet addresses(String id, Scope where, String version, List<String> addresses) {
    return CfnIPSet.Builder.create(this, id)
        .scope(where.name())
        .ipAddressVersion(version)
        .addresses(addresses)
        .build();
  }

  private static StatementProperty from(CfnIPSet addresses) {
    return StatementProperty.builder()
        .ipSetReferenceStatement(
            CfnWebACL.IPSetReferenceStatementProperty.builder().arn(addresses.getAttrArn()).build())
        .build();
  }

  private static RateBasedStatementProperty.Builder fromOneAddress(int limit) {
    return RateBasedStatementProperty.builder()
        .aggregateKeyType("IP")
        .evaluationWindowSec(300)
        .limit(limit);
  }

  private static StatementProperty withSiteKey() {
    return StatementProperty.builder()
        .sizeConstraintStatement(
            CfnWebACL.SizeConstraintStatementProperty.builder()
                .fieldToMatch(
                    CfnWebACL.FieldToMatchProperty.builder()
                        .singleHeader(Map.of("Name", "x-site-key"))
                        .build())
                .comparisonOperator("GT")
                .size(0)
                .textTransformations(
                    List.of(
                        CfnWebACL.TextTransformationProperty.builder()
                            .priority(0)
                            .type("NONE")
                            .build()))
                .build())
        .build();
  }

  private static RuleProperty rule(
      int priority, String name, RateBasedStatementProperty.Builder tooMany) {
    return rule(
        priority, name, StatementProperty.builder().rateBasedStatement(tooMany.build()).build());
  }

  private static RuleProperty rule(int priority, String name, StatementProperty blocked) {
    return RuleProperty.builder()
        .name(name)
        .priority(priority)
        .action(
            RuleActionProperty.builder()
                .block(CfnWebACL.BlockActionProperty.builder().build())
                .build())
        .statement(blocked)
        .visibilityConfig(visible(name))
        .build();
  }

  private static RuleProperty managed(int priority, String group, List<String> counted) {
    var overrides =
        counted.stream()
            .map(rule ->
                RuleActionOverrideProperty.builder()
                    .name(rule)
                    .actionToUse(
                        RuleActionProperty.builder()
                            .count(CfnWebACL.CountActionProperty.builder().build())
                            .build())
                    .build())
            .toList();
    return RuleProperty.builder()
        .name(group)
        .priority(priority)
        .overrideAction(OverrideActionProperty.builder().none(Map.of()).build())
        .statement(
            StatementProperty.builder()
                .managedRuleGroupStatement(
                    ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(overrides)
                        .build())
                .build())
        .visibilityConfig(visible(group))
        .build();
  }

  private static VisibilityConfigProperty visible(String metric) {
    return VisibilityConfigProperty.builder()
        .metricName(metric)
        .cloudWatchMetricsEnabled(true)
        .sampledRequestsEnabled(true)
        .build();
  }
}
