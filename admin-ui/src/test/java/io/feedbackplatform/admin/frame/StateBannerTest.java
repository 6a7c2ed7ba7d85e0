package io.feedbackplatform.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.ConsoleTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateBannerTest extends ConsoleTest {

  private List<String> words() {
    return find(StateBanner.class).all().stream()
        .flatMap(banner -> find(Span.class, banner).all().stream())
        .map(Span::getText)
        .toList();
  }

  @Test
  void tellsOnEveryPageThatASuspendedTenantOnlyReadsAndWhomToAsk() {
    API.withState("suspended", ",\"suspendedFor\":\"Invoices are unpaid\"").withInbox();
    timePasses();

    assertThat(words())
        .containsExactly(
            "Tenant t1 is suspended.",
            "Reason: Invoices are unpaid.",
            "Everything can be read, nothing changed. Ask the operators of the platform to"
                + " reactivate the tenant.");

    API.withFigures(3);
    navigate("dashboard", Component.class);
    timePasses();
    assertThat(words()).contains("Tenant t1 is suspended.");
  }

  @Test
  void tellsWhenATenantIsGoingToBeDeleted() {
    API.withState("deletion_scheduled", ",\"deletionDueAt\":\"2026-12-01T10:00:00Z\"").withInbox();
    timePasses();

    assertThat(words()).contains("Tenant t1 is going to be deleted.", "All of it is removed ");
  }

  @Test
  void saysNothingOfAnActiveTenantAndGoesWhenItIsOneAgain() {
    API.withState("suspended", "").withInbox();
    timePasses();
    assertThat(words()).isNotEmpty();

    API.withState("active", "");
    timePasses();

    assertThat(words()).isEmpty();
  }
}
