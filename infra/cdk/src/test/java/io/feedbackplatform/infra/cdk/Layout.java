package io.feedbackplatform.infra.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Template;

/**
 * The ways in which the platform is installed; each is synthesised, and seen by AWS's rules for
 * solutions, once for all tests.
 */
enum Layout {
  STANDARD(Map.of()),
  ECONOMY(Map.of("plan", "economy", "comprehend", "true")),
  STANDARD_TWO_REGIONS(Map.of("secondRegion", "eu-west-1")),
  ECONOMY_TWO_REGIONS(Map.of("plan", "economy", "secondRegion", "eu-west-1")),
  /** Away from the region of CloudFront's things, and not for everybody. */
  RESTRICTED(
      Map.of(
          "region", "eu-central-1",
          "allowedCountries", "DE,FR",
          "allowedAddresses", "192.0.2.0/24,2001:db8::/32",
          "notificationEmail", "ops@example.com"));

  private static final Map<Map<String, Object>, Platform> SYNTHESISED = new ConcurrentHashMap<>();

  private final Map<String, Object> context;

  Layout(Map<String, String> special) {
    context = new HashMap<>(special);
    context.put("stage", "prod");
    if (special.containsKey("secondRegion") || special.containsKey("region")) {
      context.put("domain", "feedback.example.com");
      context.put("hostedZoneId", "Z0123456789ABC");
    }
  }

  /** What {@code cdk synth} would be told. */
  Map<String, Object> context() {
    return Map.copyOf(context);
  }

  Platform platform() {
    return platform(context());
  }

  /** The template of the stack with this name, as in {@code feedback-api-prod}. */
  Template template(String stack) {
    return Template.fromStack(platform().stack(stack));
  }

  /** A platform that is installed with other values than those of the layouts. */
  static Platform platform(Map<String, Object> context) {
    return SYNTHESISED.computeIfAbsent(context, Layout::synthesise);
  }

  private static Platform synthesise(Map<String, Object> context) {
    var app = FeedbackPlatformApp.app(Map.of());
    var platform = Platform.on(app, Installation.of(context, Map.of()), packages());
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).reports(false).build());
    return platform;
  }

  /** Stand-ins: the templates hold only their hashes. */
  private static Packages packages() {
    try {
      var directory = Files.createDirectories(Path.of("target", "stand-ins"));
      var widget = Files.createDirectories(directory.resolve("widget"));
      Files.writeString(widget.resolve("widget.js"), "// the loader\n");
      Files.writeString(widget.resolve("widget-0a1b2c3d.js"), "// the widget\n");
      var console = Files.createDirectories(directory.resolve("console"));
      Files.writeString(console.resolve("Dockerfile"), "FROM scratch\n");
      return new Packages(
          zip(directory.resolve("api.zip")),
          zip(directory.resolve("stream-workers.zip")),
          zip(directory.resolve("ops.zip")),
          widget,
          console,
          Path.of("..", "..", "api", "openapi.json"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path zip(Path path) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      var entry = new ZipEntry(path.getFileName() + ".txt");
      // The same in every run, or every run's templates would differ.
      entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(entry);
    }
    return path;
  }
}
