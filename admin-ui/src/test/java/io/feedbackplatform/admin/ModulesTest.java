package io.feedbackplatform.admin;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void featuresUseEachOtherOnlyThroughWhatTheyShowAndNotInCircles() {
    ApplicationModules.of(Application.class).verify();
  }
}
