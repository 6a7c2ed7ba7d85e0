package io.feedbackplatform.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private final JavaClasses console =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.feedbackplatform.admin");

  private static ArchRule independentOf(String... packages) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
  }

  private static ArchRule without(Class<? extends Annotation> annotation) {
    return noClasses().should().beAnnotatedWith(annotation);
  }

  @Test
  void reachesDataOnlyThroughTheHttpApi() {
    independentOf("software.amazon..", "com.amazonaws..", "io.feedbackplatform.core..")
        .check(console);
  }

  @Test
  void needsNoFrontendBuild() {
    List.of(JsModule.class, NpmPackage.class, CssImport.class, JavaScript.class)
        .forEach(annotation -> without(annotation).check(console));
  }

  @Test
  void doesHttpAndMappingOutsideOfViews() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..inbox..",
            "..dashboard..",
            "..team..",
            "..keys..",
            "..sites..",
            "..usage..",
            "..preferences..",
            "..audit..",
            "..invitation..",
            "..frame..",
            "..look..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.springframework.web..")
        .check(console);
  }

  @Test
  void theRulesCanFail() {
    assertThat(independentOf("com.vaadin..").evaluate(console).hasViolation()).isTrue();
    assertThat(
            without(org.springframework.context.annotation.Configuration.class)
                .evaluate(console)
                .hasViolation())
        .isTrue();
  }
}
