package io.feedbackplatform.admin.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.feedbackplatform.admin.ConsoleTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsViewTest extends ConsoleTest {
  private static final String SETTINGS = "{\"timeZone\":\"%s\",\"sentimentBy\":\"%s\"}";

  private void opens(String role) {
    API.withRole(role)
        .answer("GET", "/settings", 200, SETTINGS.formatted("Europe/Berlin", "lexicon"));
    navigate(SettingsView.class);
    timePasses();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> zone() {
    return find(ComboBox.class).single();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<String> judge() {
    return find(RadioButtonGroup.class).single();
  }

  private Button save() {
    return find(Button.class).withText("Save").single();
  }

  private List<String> trouble() {
    return find(Paragraph.class).withClassName("dialog-trouble").all().stream()
        .map(Paragraph::getText)
        .toList();
  }

  @Test
  void showsThemToWhoOnlyReads() {
    opens("viewer");

    assertThat(zone().getValue()).isEqualTo("Europe/Berlin");
    assertThat(zone().isReadOnly()).isTrue();
    assertThat(judge().isReadOnly()).isTrue();
    assertThat(find(Button.class).withText("Save").all()).isEmpty();
  }

  @Test
  void savesWhatAnAdministratorChooses() {
    opens("admin");
    assertThat(save().isEnabled()).isFalse();
    String changed = SETTINGS.formatted("Asia/Tokyo", "lexicon");
    API.answer("PATCH", "/settings", 200, changed).answer("GET", "/settings", 200, changed);

    zone().setValue("Asia/Tokyo");
    test(save()).click();
    timePasses();

    assertThat(API.sent("PATCH", "/settings")).containsExactly(changed);
    assertThat(zone().getValue()).isEqualTo("Asia/Tokyo");
    assertThat(save().isEnabled()).isFalse();
  }

  @Test
  void keepsWhatIsBeingChosenWhileItReadsAgain() {
    opens("admin");

    zone().setValue("Asia/Tokyo");
    timePasses();

    assertThat(zone().getValue()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void saysWhyAChangeIsRefused() {
    opens("owner");
    API.answer(
        "PATCH", "/settings", 400, "{\"detail\":\"This platform has no Amazon Comprehend.\"}");

    judge().setValue("comprehend");
    test(save()).click();
    timePasses();

    assertThat(trouble()).containsExactly("This platform has no Amazon Comprehend.");
    assertThat(save().isEnabled()).isTrue();
  }

  @Test
  void findsTimeZonesByAnyOfTheirWords() {
    opens("admin");

    test(zone()).setFilter("new york");
    assertThat(test(zone()).getSuggestionItems()).contains("America/New_York");
    test(zone()).setFilter("utc+05:45");
    assertThat(test(zone()).getSuggestionItems()).contains("Asia/Kathmandu");
  }

  @Test
  void namesZonesAsTheyAreNow() {
    Instant summer = Instant.parse("2026-07-01T00:00:00Z");

    assertThat(Zones.label("Europe/Berlin", summer)).isEqualTo("Europe/Berlin (UTC+02:00)");
    assertThat(Zones.label("UTC", summer)).isEqualTo("UTC");
    assertThat(Zones.all("EST5EDT")).startsWith("UTC").contains("EST5EDT", "Europe/Berlin");
  }
}
