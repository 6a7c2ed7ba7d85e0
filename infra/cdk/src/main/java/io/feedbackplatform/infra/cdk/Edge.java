package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.certificatemanager.ICertificate;

/**
 * What CloudFront needs of its own region.
 *
 * @param certificate for the names that CloudFront answers to; null without a domain
 * @param firewallArn of the firewall before the API; null in the economy plan
 */
record Edge(@Nullable ICertificate certificate, @Nullable String firewallArn) {

  static final Edge NONE = new Edge(null, null);
}
