package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.CfnManagedLoginBranding;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.CfnUserPoolGroup;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.KeepOriginalAttrs;
import software.amazon.awscdk.services.cognito.ManagedLoginVersion;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.StandardAttribute;
import software.amazon.awscdk.services.cognito.StandardAttributes;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * Who people are: the user pool, its groups, its sign-in pages and the console's client. What
 * somebody may do in which tenant is not here but in the tenants table.
 */
final class IdentityStack extends Stack {

  private final Identity identity;

  IdentityStack(Construct scope, Place place) {
    super(
        scope,
        place.stackName("identity"),
        place.protectedStack("identity", "Who people are, and how they sign in"));
    var pool = pool(place);
    CfnUserPoolGroup.Builder.create(this, "Operators")
        .userPoolId(pool.getUserPoolId())
        .groupName("platform-operators")
        .description("May do what no tenant's own people may, such as open a tenant")
        .build();
    var client = client(pool, place);
    var domain = signInPages(pool, client, place);
    identity =
        new Identity(
            pool.getUserPoolProviderUrl(),
            client.getUserPoolClientId(),
            secretOf(client, place),
            domain.baseUrl() + "/logout");
  }

  Identity identity() {
    return identity;
  }

  private UserPool pool(Place place) {
    var pool =
        UserPool.Builder.create(this, "People")
            .userPoolName(place.name("people"))
            .featurePlan(FeaturePlan.ESSENTIALS)
            .selfSignUpEnabled(false)
            .signInAliases(SignInAliases.builder().email(true).build())
            .signInCaseSensitive(false)
            .standardAttributes(
                StandardAttributes.builder()
                    .email(StandardAttribute.builder().required(true).mutable(true).build())
                    .build())
            .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
            // A changed address is believed only after it was confirmed.
            .keepOriginal(KeepOriginalAttrs.builder().email(true).build())
            .passwordPolicy(
                PasswordPolicy.builder()
                    .minLength(12)
                    .requireLowercase(true)
                    .requireUppercase(true)
                    .requireDigits(true)
                    .requireSymbols(true)
                    .tempPasswordValidity(Duration.days(3))
                    .build())
            // Inboxes hold names and addresses of visitors, and a pool cannot ask some people only.
            .mfa(Mfa.REQUIRED)
            .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
            .accountRecovery(AccountRecovery.EMAIL_ONLY)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Explained.finding(
        pool,
        "COG3",
        "That is the Plus plan, from the first user on; a second factor is required of everybody instead.");
    return pool;
  }

  private static UserPoolClient client(UserPool pool, Place place) {
    var client =
        UserPoolClient.Builder.create(pool, "Console")
            .userPool(pool)
            .userPoolClientName(place.name("console"))
            .generateSecret(true)
            .preventUserExistenceErrors(true)
            .enableTokenRevocation(true)
            .accessTokenValidity(Duration.minutes(15))
            .idTokenValidity(Duration.minutes(15))
            .refreshTokenValidity(Duration.days(30))
            .supportedIdentityProviders(List.of(UserPoolClientIdentityProvider.COGNITO));
    var console = place.consoleUrl();
    if (console == null) {
      // Nowhere to send a browser back to: operators may still get tokens, with credentials of AWS.
      return client
          .disableOAuth(true)
          .authFlows(AuthFlow.builder().adminUserPassword(true).build())
          .build();
    }
    return client
        // Naming none would allow more: rotation excludes the old way to use a refresh token.
        .authFlows(AuthFlow.builder().userSrp(true).build())
        .refreshTokenRotationGracePeriod(Duration.seconds(0))
        .oAuth(
            OAuthSettings.builder()
                .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                .scopes(List.of(OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE))
                .callbackUrls(List.of(console + "/login/oauth2/code/console"))
                .logoutUrls(List.of(console))
                .build())
        .build();
  }

  /** Prefixes are shared by all customers of a region; the account's number makes one ours. */
  private UserPoolDomain signInPages(UserPool pool, UserPoolClient client, Place place) {
    if (place.consoleUrl() != null) {
      CfnManagedLoginBranding.Builder.create(this, "SignInLook")
          .userPoolId(pool.getUserPoolId())
          .clientId(client.getUserPoolClientId())
          .useCognitoProvidedValues(true)
          .build();
    }
    return UserPoolDomain.Builder.create(this, "SignInPages")
        .userPool(pool)
        .cognitoDomain(
            CognitoDomainOptions.builder()
                .domainPrefix(place.name("sign-in") + "-" + getAccount())
                .build())
        .managedLoginVersion(ManagedLoginVersion.NEWER_MANAGED_LOGIN)
        .build();
  }

  private Secret secretOf(UserPoolClient client, Place place) {
    var resource = (CfnUserPoolClient) client.getNode().getDefaultChild();
    var secret =
        Secret.Builder.create(this, "ConsoleSecret")
            .secretName(place.name("console-client"))
            .description("The secret of the console's app client")
            .secretStringValue(SecretValue.resourceAttribute(resource.getAttrClientSecret()))
            .build();
    Explained.finding(secret, "SMG4", "Cognito makes it; a new client has a new one.");
    return secret;
  }
}
