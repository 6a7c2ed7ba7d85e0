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
import io.feedbackplatform.infra.local.demo.DemoTenants;
import io.feedbackplatform.infra.local.demo.Login;
import io.feedbackplatform.infra.local.login.CodeFlow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The console's pages, each with a browser, but for the inbox as it fills. */
class ConsolePagesIT {

  private static final Path HOME = Path.of("..", "..");
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final Pattern KEY = Pattern.compile("data-site-key=\"(fbpk_\\w+)\"");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static LocalSystem system;
  private static RunInfo info;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    system = new LocalSystem(new Settings(HOME, folder, Ports.free(), true), (step, took) -> {});
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
  void givesANewSiteATagThatWorksUntilItsKeyIsEnded() throws Exception {
    var northwind = info.tenants().getFirst();
    try (var owners = browser.newContext();
        var viewers = browser.newContext()) {
      var page = open(owners, northwind.logins().getFirst(), "/sites");
      button(page, "New site").click();
      page.getByLabel("Name").fill("Blog");
      page.getByLabel("Allowed origins").fill("blog");
      button(page, "Create site").click();
      assertThat(page.locator(".dialog-trouble")).isVisible();
      page.getByLabel("Allowed origins").fill("https://blog.example.com\nhttps://*.example.org");
      button(page, "Create site").click();

      assertThat(button(page, "Copy tag")).isVisible();
      var tag = KEY.matcher(page.locator("pre").textContent());
      assertThat(tag.find()).isTrue();
      assertThat(page.locator("pre").textContent()).contains(info.widget()).contains(info.api());
      var key = tag.group(1);
      assertThat(sent(key, "https://blog.example.com")).isEqualTo(201);
      assertThat(sent(key, "https://deep.below.example.org")).isEqualTo(201);
      assertThat(sent(key, "https://example.org")).isEqualTo(403);

      var seen = open(viewers, northwind.logins().get(2), URI.create(page.url()).getPath());
      assertThat(seen.getByText(key).first()).isVisible();
      assertThat(button(seen, "Edit")).isHidden();
      assertThat(button(seen, "Rotate " + key)).hasCount(0);

      button(page, "End " + key).click();
      button(page, "End key").click();
      assertThat(page.getByText("The key is ended.")).isVisible();
      await()
          .atMost(AT_ONCE)
          .untilAsserted(() -> assertThat(sent(key, "https://blog.example.com")).isEqualTo(401));
    }
  }

  @Test
  void movesWhatIsNoSpamToTheInbox() throws Exception {
    var northwind = info.tenants().getFirst();
    var words = "The mugs are heavy " + UUID.randomUUID();
    try (var http = HttpClient.newHttpClient();
        var agents = browser.newContext();
        var viewers = browser.newContext()) {
      var body = Map.<String, Object>of("message", words, "check", Map.of("trap", "x"));
      assertThat(new TenantApi(info, northwind).submit(http, body).statusCode()).isEqualTo(201);
      var reader = open(viewers, northwind.logins().get(2), "/spam");
      reader.getByText(words).first().click();
      assertThat(reader.getByText("Why it looked like spam")).isVisible();
      assertThat(button(reader, "Not spam")).hasCount(0);
      var spam = open(agents, northwind.logins().get(1), "/spam");
      var inbox = agents.newPage();
      inbox.navigate(info.console() + "/");
      assertThat(inbox.locator("vaadin-grid").first()).isVisible();
      assertThat(inbox.getByText(words)).hasCount(0);

      spam.getByText(words).first().click();
      button(spam, "Not spam").click();

      assertThat(spam.getByText("Moved to the inbox.")).isVisible();
      assertThat(inbox.getByText(words).first()).isVisible();
      assertThat(spam.locator("vaadin-grid").getByText(words)).hasCount(0);
    }
  }

  @Test
  void leadsFromANumberToTheFeedbackBehindIt() throws Exception {
    var northwind = info.tenants().getFirst();
    var words = "The parcel was terribly late " + UUID.randomUUID();
    try (var http = HttpClient.newHttpClient();
        var people = browser.newContext()) {
      var body = Map.<String, Object>of("message", words, "rating", 1);
      assertThat(new TenantApi(info, northwind).submit(http, body).statusCode()).isEqualTo(201);
      var page = open(people, northwind.logins().get(2), "/dashboard");
      var negative =
          page.getByTitle("negative feedback", new Page.GetByTitleOptions().setExact(true));
      assertThat(negative).isVisible();
      assertThat(page.locator(".themes .theme-term").first()).isVisible();

      negative.click();

      assertThat(page.getByText("Mood: negative")).isVisible();
      assertThat(page.getByText(words).first()).isVisible();
      assertThat(page.locator("vaadin-grid .dot.mood-positive")).hasCount(0);
      assertThat(page.url()).contains("sentiment=negative").contains("from=").contains("to=");

      page.goBack();
      var theme = page.locator(".themes .theme-term").first();
      var term = theme.textContent();
      theme.click();
      assertThat(page.getByText("Speaks of “" + term + "”")).isVisible();
      assertThat(page.locator("vaadin-grid .excerpt").first()).isVisible();
    }
  }

  @Test
  void letsAdministratorsSettleTheTimeZoneAndOthersSeeIt() throws Exception {
    var fabrikam = info.tenants().get(1);
    try (var owners = browser.newContext();
        var viewers = browser.newContext()) {
      var page = open(owners, fabrikam.logins().getFirst(), "/settings");
      var zone = page.getByLabel("Time zone");
      assertThat(button(page, "Save")).isDisabled();

      zone.fill("kathmandu");
      page.getByText("Asia/Kathmandu (UTC+05:45)").click();
      button(page, "Save").click();

      assertThat(page.getByText("Saved.")).isVisible();
      assertThat(zone).hasValue("Asia/Kathmandu (UTC+05:45)");
      var seen = open(viewers, fabrikam.logins().get(2), "/settings");
      assertThat(seen.getByLabel("Time zone")).hasValue("Asia/Kathmandu (UTC+05:45)");
      assertThat(seen.getByLabel("Time zone")).not().isEditable();
      assertThat(button(seen, "Save")).isHidden();
      seen.navigate(info.console() + "/dashboard");
      assertThat(seen.getByText("Days of Asia/Kathmandu.")).isVisible();
    }
  }

  @Test
  void tellsASuspendedTenantsTeamWhatIsSoAndLetsItRead() throws Exception {
    var fabrikam = info.tenants().get(1);
    try (var owners = browser.newContext()) {
      var page = open(owners, fabrikam.logins().getFirst(), "/usage");
      assertThat(page.getByText("enterprise plan")).isVisible();
      assertThat(page.locator(".banner")).isHidden();
      operate(fabrikam, "suspend", "{\"reason\": \"Invoices are unpaid.\"}");
      try {
        page.reload();

        assertThat(page.locator(".banner")).containsText("Fabrikam Bikes is suspended.");
        assertThat(page.locator(".banner")).containsText("Invoices are unpaid.");
        assertThat(page.getByText("Feedback this month")).isVisible();

        page.navigate(info.console() + "/team");
        assertThat(page.locator(".banner")).containsText("Fabrikam Bikes is suspended.");
        button(page, "Invite").click();
        page.getByLabel("E-mail address").fill("late@demo.example");
        button(page, "Send invitation").click();
        assertThat(page.locator(".dialog-trouble")).containsText("This tenant is suspended");
      } finally {
        operate(fabrikam, "reactivate", null);
      }
      page.reload();
      assertThat(page.getByText("Members").first()).isVisible();
      assertThat(page.locator(".banner")).isHidden();
    }
  }

  private static Page open(BrowserContext people, Login login, String path) {
    var page = people.newPage();
    page.navigate(info.console() + path);
    page.getByLabel("Email address").fill(login.username());
    page.getByLabel("Password").fill(login.password());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> url.startsWith(info.console()));
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** What the API says to feedback with a site key from a page. */
  private static int sent(String key, String origin) throws Exception {
    return status(
        HttpRequest.newBuilder(URI.create(info.api() + "/feedback"))
            .header("Content-Type", "application/json")
            .header("Origin", origin)
            .header("X-Site-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString("{\"rating\": 4}")));
  }

  private static void operate(RunInfo.Tenant tenant, String deed, @Nullable String body)
      throws Exception {
    var token =
        new CodeFlow(URI.create(info.issuer()), ChildEnvironments.CLI_CLIENT, Pool.CLI_CALLBACK)
            .signIn(DemoTenants.OPERATOR, DemoTenants.PASSWORD)
            .accessToken();
    var address = info.api() + "/operator/tenants/" + tenant.tenantId() + "/" + deed;
    var said =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(said);
    assertThat(status(request)).isEqualTo(200);
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
