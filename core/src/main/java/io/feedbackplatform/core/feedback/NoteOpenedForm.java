package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.Tenant;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes the word of a page that its form was opened. */
public final class NoteOpenedForm {

  private final OpenedForms forms;
  private final Clock clock;

  public NoteOpenedForm(OpenedForms forms, Clock clock) {
    this.forms = forms;
    this.clock = clock;
  }

  public void note(Tenant tenant, SiteId site) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var expiresAt = now.plus(OpenedForm.RETENTION).truncatedTo(ChronoUnit.SECONDS);
    forms.add(
        tenant.id(),
        new OpenedForm(RandomId.next(), site, now, tenant.settings().timeZone(), expiresAt));
  }
}
