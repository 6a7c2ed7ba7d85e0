package io.feedbackplatform.admin;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
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
      "FEEDBACK_LOGOUT_URL=https://login.example.com/logout",
      "FEEDBACK_WIDGET_URL=https://widget.example.com/widget/v1/widget.js",
      "FEEDBACK_WIDGET_API_URL=https://api.example.com/prod"
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

  /** Another tab of the same browser; it becomes the current one. */
  protected static UI anotherTab() {
    MockVaadin.createUI(Tab::new, VaadinSession.getCurrent());
    return UI.getCurrent();
  }

  /** How many reads are waiting for their turn. */
  protected int readsWaiting() {
    return timer.waiting();
  }

  /** The mock numbers all tabs alike, and so would make them one. */
  private static final class Tab extends MockedUI {
    @Override
    public void doInit(VaadinRequest request, int uiId, String appId) {
      super.doInit(request, VaadinSession.getCurrent().getUIs().size() + uiId, appId);
    }
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
