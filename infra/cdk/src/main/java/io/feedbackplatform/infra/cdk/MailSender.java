package io.feedbackplatform.infra.cdk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/**
 * That mail can be sent in the name of the installation's domain, signed by DKIM. An installation
 * without a domain sends none.
 */
final class MailSender extends Construct {

  private final EmailIdentity identity;
  private final String address;
  private final String console;

  private MailSender(Construct scope, Domain domain, String console) {
    super(scope, "Mail");
    this.console = console;
    address = "no-reply@" + domain.name();
    identity =
        EmailIdentity.Builder.create(this, "Identity")
            .identity(Identity.domain(domain.name()))
            .build();
    int number = 0;
    for (var record : identity.getDkimRecords()) {
      number++;
      CfnRecordSet.Builder.create(this, "Dkim" + number)
          .hostedZoneId(domain.hostedZoneId())
          .name(record.getName())
          .type("CNAME")
          .ttl("1800")
          .resourceRecords(List.of(record.getValue()))
          .build();
    }
  }

  /** Lets the function send, and tells it as whom; does nothing without a domain. */
  static Map<String, String> forFunction(Construct scope, Place place, Role function) {
    var domain = place.installation().domain();
    var console = place.consoleUrl();
    if (domain == null || console == null) {
      return Map.of();
    }
    var sender = new MailSender(scope, domain, console);
    sender.grant(function);
    return sender.environment();
  }

  /** As this sender only, whatever else the account may send as. */
  private void grant(Role function) {
    function.addToPrincipalPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("ses:SendEmail"))
            .resources(List.of(identity.getEmailIdentityArn()))
            .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", address)))
            .build());
  }

  private Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    variables.put("FEEDBACK_MAIL_FROM", "Feedback <" + address + ">");
    variables.put("FEEDBACK_CONSOLE_URL", console);
    return variables;
  }
}
