package io.feedbackplatform.admin.workspace;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.feedbackplatform.admin.api.Caller.AccessTokens;
import io.feedbackplatform.admin.login.SignIns;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What all tabs of one browser have in common, from sign-in to sign-out. */
@Component
@VaadinSessionScope
class Visit {
  private final AccessTokens tokens;
  private @Nullable String lastChoice;

  Visit(SignIns signIns) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    this.tokens = signIns.tokensOf(Objects.requireNonNull(user, "nobody is signed in"));
  }

  AccessTokens tokens() {
    return tokens;
  }

  /** The tenant that was chosen last, in whichever tab: where a new tab begins. */
  synchronized Optional<String> lastChoice() {
    return Optional.ofNullable(lastChoice);
  }

  synchronized void remember(String tenantId) {
    lastChoice = tenantId;
  }
}
