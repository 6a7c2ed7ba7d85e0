package io.feedbackplatform.api.operator;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.text.Line;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What operators write, as far as several requests share it. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Plan plan(JsonFields fields) {
    var word = fields.text("plan");
    if (word == null) {
      return null;
    }
    var plan = Arrays.stream(Plan.values()).filter(each -> of(each).equals(word)).findFirst();
    if (plan.isEmpty()) {
      fields.refuse("plan", "invalid_plan", "Send one of free, pro and enterprise.");
    }
    return plan.orElse(null);
  }

  /** One visible line. */
  static @Nullable String name(JsonFields fields) {
    var name = fields.text("name");
    return name == null ? null : line(fields, "name", name.strip(), 1, Tenant.LONGEST_NAME);
  }

  static String reason(JsonFields fields, int least, int most) {
    var reason = fields.requiredText("reason", "Say why, in a sentence.").strip();
    return line(fields, "reason", reason, least, most);
  }

  private static String line(JsonFields fields, String field, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      fields.refuse(field, "out_of_range", "Send " + least + " to " + most + " characters.");
    } else if (!Line.isVisible(text)) {
      fields.refuse(field, "invalid_text", "Send one line without control characters.");
    }
    return text;
  }
}
