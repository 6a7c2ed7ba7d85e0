package io.feedbackplatform.admin;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Inline.Wrapping;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console of a tenant's team. */
@Push
@ColorScheme(ColorScheme.Value.SYSTEM)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("console/console.css")
@SpringBootApplication
public class Application implements AppShellConfigurator {

  /** Starts the console; everything it needs to know comes from the environment. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "console/icon.svg", "any");
    settings.addMetaTag("referrer", "same-origin");
    settings.addInlineFromFile("META-INF/resources/console/color-scheme.js", Wrapping.JAVASCRIPT);
  }
}
