package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.ReplicaRegion;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * What the API hashes the secrets of API keys under. The newest and the one before it, so that keys
 * live through a change; the same in all regions, since the keys are.
 */
final class KeyPeppers {

  private KeyPeppers() {}

  /** As the API is told them: the newest first. */
  static String of(Construct scope, Place place) {
    int newest = place.installation().keyPepper();
    return IntStream.of(newest, newest - 1)
        .filter(number -> number > 0)
        .mapToObj(number -> secret(scope, place, number))
        .map(secret -> secret.getSecretValue().unsafeUnwrap())
        .collect(Collectors.joining(","));
  }

  private static ISecret secret(Construct scope, Place place, int number) {
    var id = "KeyPepper" + number;
    var name = "feedback-%s-key-pepper-%d".formatted(place.stage(), number);
    return place.isHome() ? made(scope, id, name, place) : Secret.fromSecretNameV2(scope, id, name);
  }

  /** Letters and digits are valid Base64. */
  private static Secret made(Construct scope, String id, String name, Place place) {
    var secondRegion = place.installation().secondRegion();
    var secret =
        Secret.Builder.create(scope, id)
            .secretName(name)
            .replicaRegions(
                secondRegion == null
                    ? List.of()
                    : List.of(ReplicaRegion.builder().region(secondRegion).build()))
            .description("Pepper of API keys, for " + place.apiFunction())
            .generateSecretString(
                SecretStringGenerator.builder()
                    .passwordLength(64)
                    .excludePunctuation(true)
                    .includeSpace(false)
                    .build())
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Explained.finding(
        secret,
        "SMG4",
        "The function is told it when it is deployed: --context keyPepper=2 makes another.");
    return secret;
  }
}
