package io.feedbackplatform.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.feedbackplatform.core.forbidden.KnowsHttp;
import io.feedbackplatform.core.forbidden.KnowsTheSdk;
import io.feedbackplatform.core.forbidden.chicken.Chicken;
import io.feedbackplatform.core.forbidden.egg.Egg;
import io.feedbackplatform.core.tenant.TenantId;
import org.junit.jupiter.api.Test;

/** The rules of the house for core; each is also shown to refuse a class that breaks it. */
class ArchitectureTest {

  private static final ArchRule SDK_STAYS_AT_THE_EDGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..core.comprehend..", "..core.dynamodb..", "..core.ses..", "..core.sqs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  private static final ArchRule NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.amazonaws..",
              "jakarta..",
              "java.net.http..",
              "com.sun..");

  private static final ArchRule NO_CYCLES =
      slices().matching("io.feedbackplatform.core.(**)..").should().beFreeOfCycles();

  private static final ArchRule DOMAIN_DOES_NOT_KNOW_ITS_STORAGE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..core.dynamodb..", "..core.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..core.dynamodb..", "..core.storage..");

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackagesOf(TenantId.class, DomainException.class);

  @Test
  void keepsTheHouse() {
    SDK_STAYS_AT_THE_EDGES.check(main);
    NO_FRAMEWORK.check(main);
    NO_CYCLES.check(main);
    DOMAIN_DOES_NOT_KNOW_ITS_STORAGE.check(main);
  }

  @Test
  void wouldNoticeAForbiddenImport() {
    var forbidden = new ClassFileImporter().importClasses(KnowsTheSdk.class, KnowsHttp.class);

    assertThat(SDK_STAYS_AT_THE_EDGES.evaluate(forbidden).hasViolation()).isTrue();
    assertThat(NO_FRAMEWORK.evaluate(forbidden).hasViolation()).isTrue();
    assertThat(DOMAIN_DOES_NOT_KNOW_ITS_STORAGE.evaluate(forbidden).hasViolation()).isTrue();
  }

  @Test
  void wouldNoticeACycle() {
    var cycle = new ClassFileImporter().importClasses(Chicken.class, Egg.class);

    assertThat(NO_CYCLES.evaluate(cycle).hasViolation()).isTrue();
  }
}
