package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.look.Mood;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the visitor wrote, as text, with the words marked that decided its mood. */
final class MarkedMessage extends Paragraph {

  void show(Feedback feedback) {
    removeAll();
    String message = feedback.message();
    setClassName(message == null ? "message-none" : "message");
    Pattern words = words(feedback);
    if (message == null) {
      setText("The visitor wrote nothing.");
    } else if (words == null) {
      setText(message);
    } else {
      mark(message, words.matcher(message), "mood-" + Mood.key(feedback.sentiment()));
    }
  }

  private void mark(String message, Matcher matches, String style) {
    int end = 0;
    while (matches.find()) {
      add(new Text(message.substring(end, matches.start())));
      add(new Mark(matches.group(), style));
      end = matches.end();
    }
    add(new Text(message.substring(end)));
  }

  // The longest first, so that a phrase is not cut short by a word of it.
  private static @Nullable Pattern words(Feedback feedback) {
    return feedback.sentimentWords().isEmpty()
        ? null
        : Pattern.compile(
            feedback.sentimentWords().stream()
                .filter(word -> !word.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
  }

  @Tag("mark")
  private static final class Mark extends HtmlComponent {
    Mark(String text, String style) {
      getElement().setText(text);
      addClassName(style);
    }
  }
}
