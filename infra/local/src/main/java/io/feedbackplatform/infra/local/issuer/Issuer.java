package io.feedbackplatform.infra.local.issuer;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running sign-in server with the endpoints and tokens of an Amazon Cognito user pool and its
 * managed login domain (<a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html">AWS:
 * endpoints</a>). It answers on loopback only.
 */
public final class Issuer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Issuer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts the server on the port of the pool's issuer URL and returns when it answers. */
  public static Issuer start(UserPool pool) {
    var application = new SpringApplication(IssuerConfiguration.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setDefaultProperties(
        Map.of(
            "server.address",
            "127.0.0.1",
            "server.port",
            pool.issuer().getPort(),
            // Cookies do not know ports: each server on this host needs a name of its own.
            "server.servlet.session.cookie.name",
            "cognito-local",
            "server.servlet.session.cookie.same-site",
            "lax",
            "server.tomcat.threads.max",
            16,
            "server.tomcat.threads.min-spare",
            2));
    application.addInitializers(
        context -> ((GenericApplicationContext) context).registerBean(UserPool.class, () -> pool));
    return new Issuer(application.run());
  }

  @Override
  public void close() {
    context.close();
  }
}
