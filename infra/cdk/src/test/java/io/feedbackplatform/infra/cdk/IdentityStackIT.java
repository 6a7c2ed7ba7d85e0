package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class IdentityStackIT {

  private static final String STACK = "feedback-identity-prod";
  private static final String CLIENT = "AWS::Cognito::UserPoolClient";

  private final Template named = Layout.STANDARD_TWO_REGIONS.template(STACK);
  private final Template unnamed = Layout.STANDARD.template(STACK);

  @Test
  void letsInWhomWasInvitedWithASecondFactor() {
    named.hasResource(
        "AWS::Cognito::UserPool",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "AdminCreateUserConfig", Map.of("AllowAdminCreateUserOnly", true),
                    "UsernameAttributes", List.of("email"),
                    "MfaConfiguration", "ON",
                    "EnabledMfas", List.of("SOFTWARE_TOKEN_MFA"),
                    "DeletionProtection", "ACTIVE",
                    "AccountRecoverySetting",
                        Map.of(
                            "RecoveryMechanisms",
                            List.of(Map.of("Name", "verified_email", "Priority", 1))),
                    "Policies",
                        Map.of(
                            "PasswordPolicy",
                            Match.objectLike(
                                Map.of("MinimumLength", 12, "RequireSymbols", true)))))));
  }

  @Test
  void sendsTheConsolesUsersBackToIt() {
    named.hasResourceProperties(
        CLIENT,
        Map.of(
            "AllowedOAuthFlows", List.of("code"),
            "AllowedOAuthScopes", List.of("openid", "email", "profile"),
            "CallbackURLs",
                List.of("https://console.feedback.example.com/login/oauth2/code/console"),
            "LogoutURLs", List.of("https://console.feedback.example.com"),
            "GenerateSecret", true,
            "PreventUserExistenceErrors", "ENABLED"));
  }

  @Test
  void letsTokensLiveShortlyAndRefreshTokensOnce() {
    named.hasResourceProperties(
        CLIENT,
        Map.of(
            "AccessTokenValidity",
            15,
            "TokenValidityUnits",
            Match.objectLike(Map.of("AccessToken", "minutes")),
            "EnableTokenRevocation",
            true,
            "RefreshTokenRotation",
            Map.of("Feature", "ENABLED", "RetryGracePeriodSeconds", 0)));
    assertThat(Inspection.of(named).only(CLIENT))
        .containsEntry("ExplicitAuthFlows", List.of("ALLOW_USER_SRP_AUTH"));
  }

  @Test
  void showsPagesToSignInOn() {
    named.hasResourceProperties("AWS::Cognito::UserPoolDomain", Map.of("ManagedLoginVersion", 2));
    named.hasResourceProperties(
        "AWS::Cognito::ManagedLoginBranding", Map.of("UseCognitoProvidedValues", true));
  }

  @Test
  void hasNoBrowserFlowWhereThereIsNoConsole() {
    unnamed.hasResourceProperties(CLIENT, Map.of("AllowedOAuthFlowsUserPoolClient", false));
    unnamed.resourceCountIs("AWS::Cognito::ManagedLoginBranding", 0);
  }

  @Test
  void knowsOperators() {
    named.hasResourceProperties(
        "AWS::Cognito::UserPoolGroup", Map.of("GroupName", "platform-operators"));
  }
}
