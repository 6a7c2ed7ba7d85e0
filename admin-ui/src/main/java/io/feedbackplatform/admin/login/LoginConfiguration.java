package io.feedbackplatform.admin.login;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.feedbackplatform.admin.settings.ConsoleSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class LoginConfiguration {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);

  @Bean
  SecurityFilterChain consoleSecurity(HttpSecurity http, ConsoleSettings settings) {
    SignInTrouble trouble = new SignInTrouble();
    http.authorizeHttpRequests(requests ->
        requests
            .requestMatchers("/health/**", "/console/**", "/aura/**", "/webjars/**")
            .permitAll());
    // Windows of an earlier sign-in end with their session; a new one never inherits them.
    http.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()));
    // First, so that its sign-in page is the one that the OAuth 2 configurer starts with.
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin ->
            vaadin
                .oauth2LoginPage("/oauth2/authorization/" + Issuer.REGISTRATION_ID)
                .logoutSuccessHandler(new IssuerLogout(settings))
                .anyRequest(AuthorizedUrl::authenticated));
    http.oauth2Login(login -> {
      login.failureHandler(trouble);
      login.userInfoEndpoint(user -> user.oidcUserService(usersFromIdTokens()));
      login.withObjectPostProcessor(showing(trouble));
    });
    return http.build();
  }

  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> showing(
      SignInTrouble trouble) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(trouble);
        return filter;
      }
    };
  }

  // What the console shows of the user comes from the API; one request less at each sign-in.
  private static OidcUserService usersFromIdTokens() {
    OidcUserService users = new OidcUserService();
    users.setRetrieveUserInfo(request -> false);
    users.setOidcUserConverter(source ->
        new SignedInUser(
            List.of(new SimpleGrantedAuthority("ROLE_MEMBER")),
            source.getUserRequest().getIdToken()));
    return users;
  }

  @Bean
  ClientRegistrationRepository issuer(ConsoleSettings settings) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
    requests.setReadTimeout(READ_TIMEOUT);
    return new Issuer(settings, RestClient.builder().requestFactory(requests).build());
  }

  @Bean
  OAuth2AuthorizedClientService tokens(ClientRegistrationRepository issuer) {
    return new InMemoryOAuth2AuthorizedClientService(issuer);
  }

  @Bean
  IssuerSignIns signIns(ClientRegistrationRepository issuer, OAuth2AuthorizedClientService tokens) {
    AuthorizedClientServiceOAuth2AuthorizedClientManager renewals =
        new AuthorizedClientServiceOAuth2AuthorizedClientManager(issuer, tokens);
    renewals.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder()
            .refreshToken(refresh -> refresh.clockSkew(RENEW_BEFORE_END))
            .build());
    return new IssuerSignIns(renewals, tokens);
  }

  @Bean
  ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
    return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
  }
}
