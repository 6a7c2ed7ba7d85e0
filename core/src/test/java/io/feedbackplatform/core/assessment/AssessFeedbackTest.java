package io.feedbackplatform.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Text;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.TenantChange;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which feedback is judged; how it is, show the tests of the analyser and of the handler. */
class AssessFeedbackTest implements AssessFeedback.Listener {

  private static final Actor PERSON = Actor.person("ada", null);
  private static final Assessment BAD =
      new Assessment(Sentiment.NEGATIVE, -1, List.of(), Source.COMPREHEND);

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final List<Text> judged = new ArrayList<>();
  private final List<AssessmentOrder> assessed = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final List<RuntimeException> failed = new ArrayList<>();
  private final TenantId tenant = tenant();
  private Outcome outcome = new Outcome.Assessed(BAD);

  private final AssessFeedback assessing =
      new AssessFeedback(
          storage.tenants()::find,
          storage.feedback(),
          texts -> {
            judged.addAll(texts);
            return texts.stream().map(text -> outcome).toList();
          });

  @Test
  void hasTheMessageJudgedAndKeepsWhatComesOfIt() {
    var order = order("Slow.");

    assessing.assess(List.of(order, order), this);
    assessing.assess(List.of(order), this);

    assertThat(judged).containsExactly(new Text("Slow.", null));
    assertThat(assessed).containsExactly(order);
    assertThat(find(order).mood().analyzed()).isEqualTo(BAD);
  }

  @Test
  void sendsNothingThatNobodyIsToJudge() {
    var corrected = order("Corrected.");
    storage
        .feedback()
        .change(tenant, corrected.feedback(), FeedbackEdit.correct(Sentiment.NEUTRAL), PERSON);
    var spam = order("Spam.");
    storage.feedback().changeStatus(tenant, spam.feedback(), Status.SPAM, PERSON);
    var elsewhere = new AssessmentOrder(tenant(), order("Another's.").feedback());
    var gone = new AssessmentOrder(tenant, FeedbackId.next());
    var nobodys = new AssessmentOrder(TenantId.random(), FeedbackId.next());

    assessing.assess(List.of(corrected, spam, order(null), elsewhere, gone, nobodys), this);

    assertThat(judged).isEmpty();
    assertThat(failed).isEmpty();
  }

  @Test
  void asksTheTenantAgainBeforeAnythingLeaves() {
    var order = order("Slow.");
    storage.tenants().change(tenant, new TenantChange.Configure(null, SentimentBy.LEXICON), PERSON);

    assessing.assess(List.of(order), this);

    assertThat(judged).isEmpty();
    assertThat(find(order).mood().isOpen()).isTrue();
  }

  /** As spam that is recovered, records that waited in the stream, and items that are restored. */
  @Test
  void sendsNothingThatCameBeforeTheChoice() {
    var before = order("Slow.");
    clock.advance(Duration.ofSeconds(1));
    storage.tenants().change(tenant, new TenantChange.Configure(null, SentimentBy.LEXICON), PERSON);
    storage
        .tenants()
        .change(tenant, new TenantChange.Configure(null, SentimentBy.COMPREHEND), PERSON);
    storage
        .tenants()
        .change(
            tenant,
            new TenantChange.Configure(ZoneId.of("Asia/Tokyo"), SentimentBy.COMPREHEND),
            PERSON);

    assessing.assess(List.of(before), this);

    assertThat(judged).isEmpty();
    assertThat(failed).isEmpty();
    assertThat(find(before).mood().isOpen()).isTrue();
  }

  @Test
  void leavesToTheLexiconWhatCannotBeJudged() {
    outcome = new Outcome.Unsuitable("language");
    var order = order("Langzaam.");

    assessing.assess(List.of(order), this);

    assertThat(left).containsExactly("language");
    assertThat(find(order).mood().isOpen()).isTrue();
  }

  @Test
  void hasWhatFailedComeAgain() {
    var failure = new IllegalStateException("not now");
    outcome = new Outcome.Failed(failure);
    var order = order("Slow.");

    assessing.assess(List.of(order), this);
    outcome = new Outcome.Assessed(BAD);
    assessing.assess(List.of(order), this);

    assertThat(failed).containsExactly(failure);
    assertThat(assessed).containsExactly(order);
  }

  @Override
  public void assessed(AssessmentOrder order) {
    assessed.add(order);
  }

  @Override
  public void left(AssessmentOrder order, String why) {
    left.add(why);
  }

  @Override
  public void failed(AssessmentOrder order, RuntimeException failure) {
    failed.add(failure);
  }

  private TenantId tenant() {
    var created = TestObjects.tenant();
    storage.tenants().create(created);
    storage
        .tenants()
        .change(created.id(), new TenantChange.Configure(null, SentimentBy.COMPREHEND), PERSON);
    return created.id();
  }

  private AssessmentOrder order(@Nullable String message) {
    var feedback = TestObjects.feedback(SiteId.random(), TestObjects.submission(3, message));
    storage.feedback().create(tenant, feedback, null);
    return new AssessmentOrder(tenant, feedback.id());
  }

  private Feedback find(AssessmentOrder order) {
    return storage.feedback().find(order.tenant(), order.feedback()).orElseThrow();
  }
}
