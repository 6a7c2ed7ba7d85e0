package io.feedbackplatform.infra.cdk;

import java.util.regex.Pattern;
import software.amazon.awscdk.services.lambda.Architecture;

/**
 * The layer that turns Lambda's events into HTTP requests for the API: the one that AWS publishes
 * in every region, or a copy.
 */
record WebAdapter(String account, String layer, int version) {

  private static final String PUBLISHER = "753240598075";

  /** Release 1.1.0; see the releases of github.com/aws/aws-lambda-web-adapter. */
  private static final int VERSION = 30;

  private static final Pattern ARN =
      Pattern.compile("arn:aws:lambda:[a-z0-9-]+:(\\d{12}):layer:([A-Za-z0-9_-]+):([1-9]\\d{0,5})");

  static WebAdapter of(Settings settings, boolean arm) {
    var arn = settings.text("webAdapterLayerArn");
    var version = settings.count("webAdapterLayerVersion", 999_999);
    if (arn == null) {
      return new WebAdapter(
          PUBLISHER,
          arm ? "LambdaAdapterLayerArm64" : "LambdaAdapterLayerX86",
          version == null ? VERSION : version);
    }
    var parts = ARN.matcher(arn);
    if (version != null || !parts.matches()) {
      throw settings.invalid(
          "webAdapterLayerArn",
          "the ARN of a layer with its version, as in arn:aws:lambda:us-east-1:%s:layer:LambdaAdapterLayerX86:%d, or give webAdapterLayerVersion alone"
              .formatted(PUBLISHER, VERSION));
    }
    return new WebAdapter(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
  }

  /** Layers are regional: with a second region, a copy must be there under the same version. */
  String arn(String region) {
    return "arn:aws:lambda:%s:%s:layer:%s:%d".formatted(region, account, layer, version);
  }

  static Architecture architecture(boolean arm) {
    return arm ? Architecture.ARM_64 : Architecture.X86_64;
  }
}
