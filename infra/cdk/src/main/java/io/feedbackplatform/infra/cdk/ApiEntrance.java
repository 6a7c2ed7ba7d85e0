package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.ReplicaRegion;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * CloudFront before the REST API. It remembers what a widget looks like and nothing else: all other
 * answers belong to one caller. It names itself to the API with a key of the gateway, so that
 * nobody gets past the firewall by calling the gateway's own host.
 */
final class ApiEntrance extends Construct {

  /** The label of the API's public host below the domain. */
  static final String HOST = "api";

  /** Path of the API below the host: the stage of the gateway. */
  static final String BASE_PATH = "/" + Place.LIVE;

  static final Duration WIDGET_CONFIG_KEPT = Duration.seconds(60);
  private static final String WIDGET_CONFIG = BASE_PATH + "/widget/config";

  /** A little more than the gateway gives a request. */
  private static final Duration ANSWER_WITHIN = Duration.seconds(30);

  /** All that CloudFront would remember. */
  private static final int[] ERRORS = {400, 403, 404, 405, 414, 500, 501, 502, 503, 504};

  private final Entrance entrance;
  private final Secret originKey;

  /**
   * @param gatewayHost under which API Gateway answers
   */
  ApiEntrance(Construct scope, String id, Place place, String gatewayHost, Edge edge) {
    super(scope, id);
    var stage = place.stage();
    var secondRegion = place.installation().secondRegion();
    originKey =
        Secret.Builder.create(this, "OriginKey")
            .secretName(keyName(place))
            .replicaRegions(
                secondRegion == null
                    ? List.of()
                    : List.of(ReplicaRegion.builder().region(secondRegion).build()))
            .description("The key by which CloudFront calls the API of " + stage)
            .generateSecretString(
                SecretStringGenerator.builder().passwordLength(64).excludePunctuation(true).build())
            .build();
    Explained.finding(
        originKey,
        "SMG4",
        "Gateway and distribution have to change it together, which a deployment does.");
    var origin = RegionalName.of(place);
    var gateway =
        HttpOrigin.Builder.create(origin == null ? gatewayHost : origin.host())
            .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
            .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
            .readTimeout(ANSWER_WITHIN)
            .customHeaders(Map.of("x-api-key", originKey.getSecretValue().unsafeUnwrap()))
            .build();
    entrance =
        new Entrance(
            this,
            "Entrance",
            "The API, " + stage,
            new Entrance.Door(
                PublicName.of(place, HOST),
                edge.certificate(),
                edge.firewallArn(),
                place.installation().allowedCountries()),
            behaviour(gateway, CachePolicy.CACHING_DISABLED),
            Map.of(WIDGET_CONFIG, behaviour(gateway, widgetConfig())),
            forgotten());
  }

  /**
   * Even where it remembers nothing else, CloudFront would give the error of one caller to all who
   * ask for the same path within ten seconds, whoever they are.
   */
  private static List<ErrorResponse> forgotten() {
    return IntStream.of(ERRORS)
        .mapToObj(
            status -> ErrorResponse.builder().httpStatus(status).ttl(Duration.seconds(0)).build())
        .toList();
  }

  /** The gateway needs its own host name; every other header of the caller reaches it. */
  private static BehaviorOptions behaviour(IOrigin origin, ICachePolicy cache) {
    return BehaviorOptions.builder()
        .origin(origin)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(cache)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .build();
  }

  /** The answer differs by key, and its CORS headers by the page that asks. */
  private CachePolicy widgetConfig() {
    return CachePolicy.Builder.create(this, "WidgetConfig")
        .comment("Looks of widgets, for as long as the API allows")
        .headerBehavior(CacheHeaderBehavior.allowList("X-Site-Key", "Origin", "API-Version"))
        .queryStringBehavior(CacheQueryStringBehavior.all())
        .minTtl(Duration.seconds(0))
        .defaultTtl(Duration.seconds(0))
        .maxTtl(WIDGET_CONFIG_KEPT)
        .enableAcceptEncodingGzip(true)
        .enableAcceptEncodingBrotli(true)
        .build();
  }

  /** Base URL of the API as callers see it, without a slash at the end. */
  String publicUrl() {
    return entrance.url() + BASE_PATH;
  }

  /** The key by which CloudFront names itself to the gateway, in {@code x-api-key}. */
  ISecret originKey() {
    return originKey;
  }

  /** The same key, in the second region. */
  static ISecret replicatedKey(Construct scope, Place place) {
    return Secret.fromSecretNameV2(scope, "OriginKey", keyName(place));
  }

  /** Not with the stage at the end: six letters after a dash there mean a version of a secret. */
  private static String keyName(Place place) {
    return "feedback-" + place.stage() + "-origin-key";
  }

  Distribution distribution() {
    return entrance.distribution();
  }
}
