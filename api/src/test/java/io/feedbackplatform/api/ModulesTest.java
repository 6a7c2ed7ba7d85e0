package io.feedbackplatform.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import software.amazon.awssdk.regions.Region;

/** Rooms keep to the house; for each rule there is a class here that breaks it. */
class ModulesTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.feedbackplatform.api");

  private static final ArchRule ONLY_ITS_EDGES_KNOW_AWS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("..api.storage..", "..api.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "..core.dynamodb..");

  private static final ArchRule ONLY_PROBLEMS_ARE_PROBLEMS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("..api.problem..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "make errors",
                  type ->
                      type.getName().endsWith(".ProblemDetail")
                          || type.getName().endsWith(".problem.Problem")
                          || type.getName().endsWith(".ResponseStatusException")
                          || type.getName().endsWith(".ExceptionHandler")));

  private static final ArchRule NO_SESSIONS =
      ArchRuleDefinition.noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "asks for a session", call -> call.getTarget().getName().equals("getSession")));

  @Test
  void haveNoCyclesAndKeepTheirInnersToThemselves() {
    ApplicationModules.of(FeedbackApi.class).verify();
  }

  @Test
  void leaveAwsToTheModulesThatCallIt() {
    ONLY_ITS_EDGES_KNOW_AWS.check(MAIN);
    assertBreaks(ONLY_ITS_EDGES_KNOW_AWS, KnowsAws.class);
  }

  @Test
  void leaveErrorsToTheProblemModule() {
    ONLY_PROBLEMS_ARE_PROBLEMS.check(MAIN);
    assertBreaks(ONLY_PROBLEMS_ARE_PROBLEMS, MakesErrors.class);
  }

  @Test
  void keepNoSessions() {
    NO_SESSIONS.check(MAIN);
    assertBreaks(NO_SESSIONS, KeepsSessions.class);
  }

  private static void assertBreaks(ArchRule rule, Class<?> breaker) {
    JavaClasses one = new ClassFileImporter().importClasses(breaker);
    assertThatThrownBy(() -> rule.check(one))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breaker.getSimpleName());
  }

  static class KnowsAws {
    Object region() {
      return Region.EU_CENTRAL_1;
    }
  }

  static class MakesErrors {
    Object error() {
      return org.springframework.http.ProblemDetail.forStatus(418);
    }
  }

  static class KeepsSessions {
    Object session(jakarta.servlet.http.HttpServletRequest request) {
      return request.getSession();
    }
  }
}
