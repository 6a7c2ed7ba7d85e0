package io.feedbackplatform.infra.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system as {@code ./run} starts it, used through browsers. */
class EndToEndIT {

  private static final Logger LOG = LoggerFactory.getLogger(EndToEndIT.class);
  private static final Path HOME = Path.of("..", "..");
  private static final Duration ON_THE_SCREEN = Duration.ofSeconds(30);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Settings settings;
  private static LocalSystem system;
  private static RunInfo info;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    settings = new Settings(HOME, folder, Ports.free(), false);
    startSystem();
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
  void bringsAVisitorsWordToThatTenantsTeamAndToNobodyElse() throws Exception {
    var northwind = info.tenants().get(0);
    var fabrikam = info.tenants().get(1);
    var words = "The blue cups are lovely " + UUID.randomUUID();
    try (var team = signIn(northwind);
        var others = signIn(fabrikam);
        var visitor = browser.newContext()) {
      var inbox = open(team, "/");
      var dashboard = open(team, "/dashboard");
      var foreignInbox = open(others, "/");
      long before = new TenantApi(info, northwind).counted();
      long foreignBefore = new TenantApi(info, fabrikam).counted();
      assertThat(total(dashboard)).hasText(Long.toString(before));
      assertThat(inbox.getByText("visitor").or(inbox.locator("vaadin-grid")).first()).isVisible();

      say(visitor, northwind, words);

      long said = System.nanoTime();
      assertThat(inbox.getByText(words).first()).isVisible();
      assertThat(total(dashboard)).hasText(Long.toString(before + 1));
      LOG.info(
          "on both screens after {} ms", Duration.ofNanos(System.nanoTime() - said).toMillis());

      // The other team's screen is alive, too: its own visitor's word arrives, this one does not.
      var theirs = "The bell is loud " + UUID.randomUUID();
      say(visitor, fabrikam, theirs);
      assertThat(foreignInbox.getByText(theirs).first()).isVisible();
      assertThat(foreignInbox.getByText(words)).hasCount(0);
      assertThat(new TenantApi(info, fabrikam).feedback())
          .extracting(EndToEndIT::message)
          .contains(theirs)
          .doesNotContain(words);
      assertThat(new TenantApi(info, northwind).feedback())
          .extracting(EndToEndIT::message)
          .containsOnlyOnce(words)
          .doesNotContain(theirs);
      assertThat(new TenantApi(info, fabrikam).counted()).isEqualTo(foreignBefore + 1);
    }
  }

  @Test
  void letsVisitorsOfAGuardedShopInByTheirBrowsersWorkAndNobodyWithout() throws Exception {
    var guarded = new TenantApi(info, info.tenants().get(1));
    var words = "The saddle is soft " + UUID.randomUUID();
    try (var http = HttpClient.newHttpClient();
        var visitor = browser.newContext()) {
      await()
          .atMost(ON_THE_SCREEN)
          .untilAsserted(() -> assertThat(guarded.config(http)).contains("proof_of_work"));
      var bare = guarded.submit(http, Map.of("message", "No work done"));
      assertThat(bare.statusCode()).isEqualTo(403);
      assertThat(bare.body()).contains("challenge_required");

      var solution = Work.solve(guarded.challenge(http));
      var body = Map.<String, Object>of("rating", 4, "check", Map.of("solution", solution));
      assertThat(guarded.submit(http, body).statusCode()).isEqualTo(201);
      assertThat(guarded.submit(http, body).body()).contains("challenge_failed");

      say(visitor, info.tenants().get(1), words);

      assertThat(guarded.feedback())
          .extracting(EndToEndIT::message)
          .containsOnlyOnce(words)
          .doesNotContain("No work done");
    }
  }

  @Test
  void countsSpamOnlyOnceSomebodySaysThatItIsNone() throws Exception {
    var api = new TenantApi(info, info.tenants().getFirst());
    await()
        .atMost(ON_THE_SCREEN)
        .untilAsserted(() -> assertThat(api.counted()).isEqualTo(api.feedback().size()));
    long before = api.counted();
    try (var http = HttpClient.newHttpClient()) {
      var spam = api.submit(http, Map.of("rating", 5, "check", Map.of("trap", "x")));
      assertThat(spam.statusCode()).isEqualTo(201);
      var id = JsonMapper.shared().readTree(spam.body()).path("feedbackId").asString();
      var after = api.submit(http, Map.of("rating", 5));
      assertThat(after.statusCode()).isEqualTo(201);
      await()
          .atMost(ON_THE_SCREEN)
          .untilAsserted(() -> assertThat(api.counted()).isEqualTo(before + 1));

      api.move(http, id, "open");
      await()
          .atMost(ON_THE_SCREEN)
          .untilAsserted(() -> assertThat(api.counted()).isEqualTo(before + 2));

      api.move(http, id, "spam");
      await()
          .atMost(ON_THE_SCREEN)
          .untilAsserted(() -> assertThat(api.counted()).isEqualTo(before + 1));
    }
  }

  @Test
  void tellsHowManyOfThoseWhoOpenTheFormSendIt() throws Exception {
    var northwind = info.tenants().getFirst();
    var api = new TenantApi(info, northwind);
    var before = api.forms();
    try (var team = signIn(northwind);
        var visitors = browser.newContext();
        var uncounted = browser.newContext()) {
      var decided = shop(visitors, northwind);
      decided.waitForResponse(EndToEndIT::isCounted, () -> openForm(decided));
      send(decided, "The tea is strong " + UUID.randomUUID());
      var undecided = shop(visitors, northwind);
      for (int i = 0; i < 3; i++) {
        openForm(undecided);
        undecided.keyboard().press("Escape");
        assertThat(undecided.getByLabel("Your message")).isHidden();
      }
      uncounted.addInitScript("Object.defineProperty(navigator, 'doNotTrack', {value: '1'})");
      say(uncounted, northwind, "The tea is weak " + UUID.randomUUID());

      var after = new TenantApi.Forms(before.opened() + 2, before.sent() + 1);
      await().atMost(ON_THE_SCREEN).untilAsserted(() -> assertThat(api.forms()).isEqualTo(after));
      var rate = open(team, "/dashboard").locator(".figure", having("Response rate"));
      assertThat(rate).containsText(after.opened() + " opened forms");
    }
  }

  private static boolean isCounted(Response answer) {
    return answer.url().endsWith("/feedback/opened")
        && answer.request().method().equals("POST")
        && answer.status() == 204;
  }

  private static Page.LocatorOptions having(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  @Test
  void comesWithAtLeastThreeHundredPiecesOfFeedbackAllCounted() throws Exception {
    long pieces = 0;
    for (var tenant : info.tenants()) {
      var api = new TenantApi(info, tenant);
      int kept = api.feedback().size();
      await().atMost(ON_THE_SCREEN).untilAsserted(() -> assertThat(api.counted()).isEqualTo(kept));
      pieces += kept;
    }
    assertThat(pieces).isGreaterThanOrEqualTo(300);
  }

  @Test
  void keepsEverythingOverARestart() throws Exception {
    var before = info;
    var api = new TenantApi(info, info.tenants().getFirst());
    try (var http = HttpClient.newHttpClient()) {
      assertThat(api.submit(http, Map.of("message", "Remember me")).statusCode()).isEqualTo(201);
    }
    int kept = api.feedback().size();

    system.close();
    startSystem();

    assertThat(info).isEqualTo(before);
    assertThat(api.feedback()).hasSize(kept);
    await().atMost(ON_THE_SCREEN).untilAsserted(() -> assertThat(api.counted()).isEqualTo(kept));
  }

  private static void startSystem() throws Exception {
    system = new LocalSystem(settings, (step, took) -> {});
    try {
      info = system.start();
    } catch (Exception e) {
      system.close();
      throw e;
    }
  }

  private static BrowserContext signIn(RunInfo.Tenant tenant) {
    var context = browser.newContext();
    var page = context.newPage();
    page.navigate(info.console());
    page.getByLabel("Email address").fill(tenant.logins().getFirst().username());
    page.getByLabel("Password").fill(tenant.logins().getFirst().password());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> url.startsWith(info.console()));
    page.close();
    return context;
  }

  private static Page open(BrowserContext team, String path) {
    var page = team.newPage();
    page.navigate(info.console() + path);
    return page;
  }

  private static Locator total(Page dashboard) {
    return dashboard.locator(".figure-value").first();
  }

  private static Page shop(BrowserContext visitor, RunInfo.Tenant tenant) {
    var shop = visitor.newPage();
    shop.navigate(tenant.demoPage());
    return shop;
  }

  private static void openForm(Page shop) {
    shop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Feedback")).click();
    assertThat(shop.getByLabel("Your message")).isVisible();
  }

  private static void say(BrowserContext visitor, RunInfo.Tenant tenant, String words) {
    var shop = shop(visitor, tenant);
    openForm(shop);
    send(shop, words);
  }

  private static void send(Page shop, String words) {
    shop.getByLabel("Your message").fill(words);
    shop.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("5/5, Excellent"))
        .check(new Locator.CheckOptions().setForce(true));
    shop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send feedback")).click();
    assertThat(shop.getByText("Thank you!")).isVisible();
    shop.close();
  }

  private static String message(JsonNode feedback) {
    return feedback.path("message").asString("");
  }
}
