package io.feedbackplatform.infra.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.feedbackplatform.infra.local.demo.Login;
import io.feedbackplatform.infra.local.login.CodeFlow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Somebody is invited by mail, comes in, and is shown out, each in a browser of their own. */
class InvitationIT {

  private static final Path HOME = Path.of("..", "..");
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("\\S+/invitations/accept#(fbi_\\S+)");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Settings settings;
  private static LocalSystem system;
  private static RunInfo info;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    settings = new Settings(HOME, folder, Ports.free(), true);
    system = new LocalSystem(settings, (step, took) -> {});
    try {
      info = system.start();
    } catch (Exception e) {
      system.close();
      throw e;
    }
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    system.close();
  }

  @Test
  void letsAnInvitedPersonInByTheLinkOfTheirMailAndOutAtOnceWhenRemoved() throws Exception {
    var northwind = info.tenants().getFirst();
    var guest = info.guest();
    try (var owners = browser.newContext();
        var guests = browser.newContext()) {
      var team = open(owners, northwind.logins().getFirst(), "/team");
      assertThat(status(guest, northwind.tenantId())).isEqualTo(403);

      invite(team, guest);
      var mail = caught(guest);
      var link = LINK.matcher(mail);
      assertThat(link.find()).isTrue();
      assertThat(mail).contains("Northwind Coffee");

      var page = guests.newPage();
      page.navigate(link.group());
      page.getByText("Sign in and accept").click();
      signIn(page, guest);
      assertThat(page.getByText("You are signed in as " + guest.username())).isVisible();
      click(page, "Accept the invitation");
      assertThat(page.getByText("Welcome to Northwind Coffee")).isVisible();
      page.getByText("Go to the console").click();
      assertThat(page.locator("vaadin-grid").first()).isVisible();
      assertThat(page.locator(".tenant-name")).hasText("Northwind Coffee");
      assertThat(status(guest, northwind.tenantId())).isEqualTo(200);
      assertThat(status(guest, info.tenants().get(1).tenantId())).isEqualTo(403);

      click(team, "Remove " + guest.username());
      team.getByRole(AriaRole.BUTTON, exactly("Remove")).click();
      assertThat(team.getByText("is no longer of the team")).isVisible();
      assertThat(status(guest, northwind.tenantId())).isEqualTo(403);
      assertThat(page.getByText("You are no member of this tenant").first()).isVisible();
      assertThat(page.locator("vaadin-grid")).hasCount(0);

      for (var log : new String[] {"api", "console"}) {
        assertThat(Files.readString(settings.log(log))).doesNotContain(link.group(1));
      }
    }
  }

  @Test
  void voidsALinkThatWasRevoked() throws Exception {
    var fabrikam = info.tenants().get(1);
    var guest = new Login("later@demo.example", "", "");
    try (var owners = browser.newContext();
        var guests = browser.newContext()) {
      var team = open(owners, fabrikam.logins().getFirst(), "/team");
      invite(team, guest);
      var link = LINK.matcher(caught(guest));
      assertThat(link.find()).isTrue();

      click(team, "Revoke the invitation of " + guest.username());
      team.getByRole(AriaRole.BUTTON, exactly("Revoke")).click();
      assertThat(team.getByText("The invitation is revoked.")).isVisible();

      var page = guests.newPage();
      page.navigate(link.group());
      page.getByText("Sign in and accept").click();
      signIn(page, info.guest());
      click(page, "Accept the invitation");
      assertThat(page.getByText("This invitation is not open.")).isVisible();
      assertThat(status(info.guest(), fabrikam.tenantId())).isEqualTo(403);
    }
  }

  @Test
  void showsAPersonOfTwoTenantsTheOneThatTheyChoose() {
    var both = info.tenants().getFirst().logins().getLast();
    try (var people = browser.newContext()) {
      var page = open(people, both, "/team");
      choose(page, "Northwind Coffee");
      assertThat(page.getByText("owner@northwind.example").first()).isVisible();
      assertThat(button(page, "Invite")).isVisible();
      assertThat(page.locator("vaadin-side-nav").getByText("API keys")).isVisible();

      choose(page, "Fabrikam Bikes");

      assertThat(page.getByText("owner@fabrikam.example").first()).isVisible();
      assertThat(page.getByText("owner@northwind.example")).hasCount(0);
      assertThat(button(page, "Invite")).isHidden();
      assertThat(page.locator("vaadin-side-nav").getByText("API keys")).hasCount(0);
      page.reload();
      assertThat(page.getByText("owner@fabrikam.example").first()).isVisible();
    }
  }

  private static void choose(Page page, String tenant) {
    page.locator(".tenant vaadin-select").click();
    page.getByRole(AriaRole.OPTION, exactly(tenant)).click();
  }

  private static void invite(Page team, Login guest) {
    click(team, "Invite");
    team.getByLabel("E-mail address").fill(guest.username());
    click(team, "Send invitation");
    assertThat(team.getByText("The invitation is on its way")).isVisible();
    assertThat(team.locator(".row").getByText(guest.username()).first()).isVisible();
  }

  private static Page open(BrowserContext people, Login login, String path) {
    var page = people.newPage();
    page.navigate(info.console() + path);
    signIn(page, login);
    return page;
  }

  private static void signIn(Page page, Login login) {
    page.getByLabel("Email address").fill(login.username());
    page.getByLabel("Password").fill(login.password());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> url.startsWith(info.console()));
  }

  private static void click(Page page, String name) {
    button(page, name).click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, exactly(name));
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** The text of the newest mail to somebody. */
  private static String caught(Login reader) {
    return await()
        .atMost(AT_ONCE)
        .until(
            () -> {
              for (var mail : JsonMapper.shared().readTree(get(info.mail() + "/mails"))) {
                if (mail.path("to").asString().equals(reader.username())) {
                  return mail.path("text").asString();
                }
              }
              return "";
            },
            text -> !text.isEmpty());
  }

  private static int status(Login login, String tenantId) throws Exception {
    var token =
        new CodeFlow(URI.create(info.issuer()), ChildEnvironments.CLI_CLIENT, Pool.CLI_CALLBACK)
            .signIn(login.username(), login.password())
            .accessToken();
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(info.api() + "/feedback?limit=1"))
              .header("Authorization", "Bearer " + token)
              .header("X-Tenant-Id", tenantId)
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String get(String address) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
