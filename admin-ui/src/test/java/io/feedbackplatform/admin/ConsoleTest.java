package io.feedbackplatform.admin;

import com.vaadin.browserless.SpringBrowserlessTest;
import io.feedbackplatform.admin.api.FakeApi;
import io.feedbackplatform.admin.live.ManualTime;
import io.feedbackplatform.admin.live.ManualTimer;
import io.feedbackplatform.admin.login.SignIns;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real console without a browser: a fake API answers, and time stands until it is moved. */
@SpringBootTest(
    properties = {
      "FEEDBACK_ISSUER_URI=https://login.example.com/pool",
      "FEEDBACK_CONSOLE_CLIENT_ID=console",
      "FEEDBACK_CONSOLE_CLIENT_SECRET=secret",
      "FEEDBACK_LOGOUT_URL=https://login.example.com/logout"
    })
@Import({ConsoleTest.SignedIn.class, ManualTime.class})
@WithMockUser("mara")
public abstract class ConsoleTest extends SpringBrowserlessTest {
  /** What the console talks to. */
  protected static final FakeApi API = FakeApi.started();

  @Autowired private ManualTimer timer;

  @DynamicPropertySource
  static void api(DynamicPropertyRegistry properties) {
    properties.add("FEEDBACK_API_URL", API::url);
  }

  @AfterEach
  void forgetEverything() {
    API.reset();
    timer.clear();
  }

  /** Lets everything happen that waits to happen, and shows it. */
  protected void timePasses() {
    timer.runWaiting();
    roundTrip();
  }

  /** How many reads are waiting for their turn. */
  protected int readsWaiting() {
    return timer.waiting();
  }

  @TestConfiguration
  static class SignedIn {
    @Bean
    @Primary
    SignIns signedIn() {
      return user -> () -> "token-of-" + user.getName();
    }
  }
}
