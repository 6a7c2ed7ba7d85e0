package io.feedbackplatform.infra.local.issuer;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two chains: the protocol, and the pages a person sees. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IssuerSecurity {

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  /**
   * The matcher names four endpoints. What else the authorization server can do (introspection,
   * device codes, dynamic registration...) Cognito cannot, so it stays out of reach.
   */
  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, UserPool pool) {
    RequestMatcher authorize = path(Endpoints.AUTHORIZE);
    return http.securityMatcher(
            new OrRequestMatcher(
                authorize, path(Endpoints.TOKEN), path(Endpoints.KEYS), path(Endpoints.USER_INFO)))
        .oauth2AuthorizationServer(server ->
            server.oidc(oidc ->
                oidc.userInfoEndpoint(
                    userInfo -> userInfo.userInfoMapper(request -> userInfo(pool, request)))))
        .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(errors ->
            errors
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(Endpoints.LOGIN), authorize)
                .defaultAuthenticationEntryPointFor(
                    new BearerTokenAuthenticationEntryPoint(), path(Endpoints.USER_INFO)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, UserPool pool) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .permitAll())
        .formLogin(
            form -> form.loginPage(Endpoints.LOGIN).defaultSuccessUrl(pool.home().toString()))
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(errors ->
            errors.accessDeniedHandler(
                (request, response, denied) -> response.sendRedirect(Endpoints.LOGIN + "?expired")))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(PAGE_POLICY)))
        .build();
  }

  @Bean
  AuthenticationProvider passwords(UserPool pool) {
    return new PoolAuthenticationProvider(pool);
  }

  private static OidcUserInfo userInfo(UserPool pool, OidcUserInfoAuthenticationContext request) {
    var account = pool.account(request.getAuthorization().getPrincipalName()).orElseThrow();
    // Cognito answers email_verified as a string here and as a boolean in the ID token.
    return new OidcUserInfo(
        Map.of(
            "sub", account.sub().toString(),
            "username", account.username(),
            "email", account.username(),
            "email_verified", "true"));
  }

  private static RequestMatcher path(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(path);
  }
}
