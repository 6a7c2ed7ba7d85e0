package io.feedbackplatform.infra.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Only the parts of Spring Boot that are needed, by name: the start takes half the time. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  IssuerSecurity.class,
  CognitoTokens.class,
  DiscoveryController.class,
  LoginController.class,
  LogoutController.class,
  ErrorPageController.class
})
class IssuerConfiguration {

  @Bean
  JWKSource<SecurityContext> signingKeys(UserPool pool) {
    return new ImmutableJWKSet<>(new JWKSet(pool.signingKey()));
  }

  @Bean
  JwtDecoder accessTokenDecoder(JWKSource<SecurityContext> signingKeys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
  }

  @Bean
  RegisteredClientRepository clients(UserPool pool) {
    return new InMemoryRegisteredClientRepository(
        pool.clients().stream().map(RegisteredClients::from).toList());
  }

  @Bean
  AuthorizationServerSettings endpoints(UserPool pool) {
    return AuthorizationServerSettings.builder()
        .issuer(pool.issuer().toString())
        .authorizationEndpoint(Endpoints.AUTHORIZE)
        .tokenEndpoint(Endpoints.TOKEN)
        .jwkSetEndpoint(Endpoints.KEYS)
        .oidcUserInfoEndpoint(Endpoints.USER_INFO)
        .build();
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> errorPage() {
    return server -> server.addErrorPages(new ErrorPage(Endpoints.ERROR));
  }
}
