package io.feedbackplatform.ops.release;

import io.feedbackplatform.ops.Clients;
import io.feedbackplatform.ops.Settings;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.Records;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What operators ask and tell the rollback, from their own machine and with their own credentials:
 * {@code history}, {@code good}, {@code frozen}, {@code unfreeze <CodeSha256>} and {@code mark-good
 * <version>}, each with {@code --stage <stage>}.
 */
public final class OperatorCommand {

  private static final String USAGE =
      "usage: operate history | good | frozen | unfreeze <CodeSha256> | mark-good <version>"
          + " --stage <stage>";

  private static final int HISTORY = 30;

  private final Records records;
  private final Functions functions;
  private final Clock clock;
  private final PrintStream out;

  OperatorCommand(Records records, Functions functions, Clock clock, PrintStream out) {
    this.records = records;
    this.functions = functions;
    this.clock = clock;
    this.out = out;
  }

  /** Ends with status 0 when it did what it was told, 1 when it could not, 2 for a wrong use. */
  public static void main(String[] arguments) {
    var stage = stage(List.of(arguments));
    var words = List.of(arguments).subList(0, Math.max(0, arguments.length - 2));
    if (stage == null || !isKnown(words)) {
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    try {
      System.exit(command(stage).run(words));
    } catch (SdkException failure) {
      System.err.println("operate: " + inOneLine(failure));
      System.exit(1);
    }
  }

  /** What stopped a call, without the page of providers that the SDK has asked in vain. */
  static String inOneLine(SdkException failure) {
    var text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return failure instanceof SdkClientException
        ? text.split(" in the chain", 2)[0] + " (are a region and credentials set?)"
        : text;
  }

  private static OperatorCommand command(String stage) {
    var settings =
        new Settings(
            Map.of(
                "OPERATIONS_TABLE_NAME", "operations-" + stage,
                "API_FUNCTION_NAME", "feedback-api-" + stage,
                "API_ALIAS", "prod"));
    var clients = new Clients(settings, metric -> {});
    return new OperatorCommand(
        clients.records(), clients.functions(), Clock.systemUTC(), System.out);
  }

  private static @Nullable String stage(List<String> arguments) {
    var size = arguments.size();
    return size > 2
            && arguments.get(size - 2).equals("--stage")
            && arguments.get(size - 1).matches("[a-z][a-z0-9-]{0,30}")
        ? arguments.get(size - 1)
        : null;
  }

  private static boolean isKnown(List<String> words) {
    return words.size() == 1 && List.of("history", "good", "frozen").contains(words.getFirst())
        || words.size() == 2 && List.of("unfreeze", "mark-good").contains(words.getFirst());
  }

  int run(List<String> words) {
    if (!isKnown(words)) {
      out.println(USAGE);
      return 2;
    }
    return switch (words.getFirst()) {
      case "history" -> history();
      case "good" -> good();
      case "frozen" -> frozen();
      case "unfreeze" -> unfreeze(words.get(1));
      default -> markGood(words.get(1));
    };
  }

  private int history() {
    records
        .history(HISTORY)
        .forEach(entry -> out.println(entry.at() + "  " + entry.outcome() + versions(entry)));
    return 0;
  }

  private static String versions(AuditEntry entry) {
    var versions = new StringBuilder();
    if (entry.from() != null) {
      versions.append("  from ").append(entry.from());
    }
    if (entry.to() != null) {
      versions.append("  to ").append(entry.to());
    }
    return versions + "  " + entry.detail();
  }

  private int good() {
    records
        .knownGood()
        .forEach(good ->
            out.println(
                "version "
                    + good.version()
                    + "  since "
                    + good.markedAt()
                    + "  "
                    + good.codeSha256()
                    + (records.rolledBackFrom(good.version()) ? "  rolled back from" : "")));
    return 0;
  }

  private int frozen() {
    records
        .frozen()
        .forEach(build ->
            out.println(build.codeSha256() + "  since " + build.since() + "  " + build.reason()));
    return 0;
  }

  private int unfreeze(String codeSha256) {
    if (!records.unfreeze(codeSha256)) {
      out.println("no such build is frozen: " + codeSha256);
      return 1;
    }
    audit("unfrozen", codeSha256, null, "build " + codeSha256 + " may be released again");
    out.println("build " + codeSha256 + " may be released again");
    return 0;
  }

  private int markGood(String text) {
    PublishedVersion version;
    try {
      version = PublishedVersion.parse(text);
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      return 2;
    }
    var state = functions.version(version);
    if (state.isEmpty() || state.get().activity() == Activity.UNUSABLE) {
      out.println("version " + version + " does not exist or cannot be used");
      return 1;
    }
    var marked =
        records.markGood(new KnownGood(version, state.get().codeSha256(), clock.instant()));
    if (!marked) {
      out.println(
          "version "
              + version
              + " is marked already, was rolled back from, or its build is frozen");
      return 1;
    }
    audit("known_good", text, text, "version " + version + " was marked as good by an operator");
    out.println("version " + version + " is known to be good");
    return 0;
  }

  private void audit(String outcome, String key, @Nullable String to, String detail) {
    records.audit(
        new AuditEntry(clock.instant(), outcome + "#" + key, outcome, null, null, to, detail));
  }
}
