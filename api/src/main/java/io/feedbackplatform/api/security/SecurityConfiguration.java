package io.feedbackplatform.api.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.feedbackplatform.api.apikey.ApiKeyAuthentication;
import io.feedbackplatform.api.apikey.ApiKeyDirectory;
import io.feedbackplatform.api.apikey.ApiKeyFilter;
import io.feedbackplatform.api.apikey.ApiKeyHeader;
import io.feedbackplatform.api.limit.LimitFilter;
import io.feedbackplatform.api.limit.PersonLimit;
import io.feedbackplatform.api.member.MembershipFilter;
import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.api.problem.Unavailability;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.site.SiteDirectory;
import io.feedbackplatform.api.site.SiteKeyFilter;
import io.feedbackplatform.api.site.StrayKeyFilter;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.storage.Storage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  Refusals refusals(
      Problems problems,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    return new Refusals(problems, mappings);
  }

  /** An odd method is refused like any other that an address does not serve. */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  IssuerKeys issuerKeys(ApiSettings settings, Clock clock) throws MalformedURLException {
    return IssuerKeys.of(settings.issuer(), clock);
  }

  @Bean
  JwtDecoder jwtDecoder(ApiSettings settings, JWKSource<SecurityContext> keys) {
    return AccessTokens.decoder(settings, keys);
  }

  /** The issuer's keys cannot be had: the token may be good, and can be judged later. */
  @Bean
  Unavailability issuerUnavailability() {
    return AuthenticationServiceException.class::isInstance;
  }

  /** Partners with an API key; which site key a page has beside it is nobody's business. */
  @Bean
  @Order(0)
  SecurityFilterChain partnerChain(
      HttpSecurity http,
      ApiKeyDirectory keys,
      Problems problems,
      Refusals refusals,
      FilterRegistrationBean<LimitFilter> limits) {
    stateless(http, refusals);
    return http.securityMatcher(SecurityConfiguration::isOfPartner)
        .addFilterBefore(new ApiKeyFilter(keys, problems), AuthorizationFilter.class)
        .addFilterBefore(limits.getFilter(), AuthorizationFilter.class)
        .authorizeHttpRequests(rules -> {
          for (var scope : ApiKeyScope.values()) {
            rules
                .requestMatchers(Door.matcher(scope))
                .hasAuthority(ApiKeyAuthentication.authority(scope));
          }
          rules.anyRequest().denyAll();
        })
        .build();
  }

  /** A page's site key is judged by itself, whatever else the request carries. */
  private static boolean isOfPartner(HttpServletRequest request) {
    var page = Door.leadsTo(request, Access.SITE) && request.getHeader("X-Site-Key") != null;
    return !page
        && ApiKeyHeader.isIn(request)
        && Door.leadsTo(
            request,
            Access.SITE,
            Access.PERSON,
            Access.OPERATOR,
            Access.VIEWER,
            Access.AGENT,
            Access.ADMIN);
  }

  /** Pages with a site key: nothing else about the caller is looked at. */
  @Bean
  @Order(1)
  SecurityFilterChain siteChain(
      HttpSecurity http,
      SiteDirectory sites,
      Problems problems,
      Refusals refusals,
      FilterRegistrationBean<LimitFilter> limits) {
    stateless(http, refusals);
    return http.securityMatcher(Door.matcher(Access.SITE))
        .addFilterBefore(new SiteKeyFilter(sites, problems), AuthorizationFilter.class)
        .addFilterBefore(limits.getFilter(), AuthorizationFilter.class)
        .authorizeHttpRequests(rules -> rules.anyRequest().hasAuthority(SiteKeyFilter.AUTHORITY))
        .build();
  }

  /** Everybody else; what has no rule is denied. */
  @Bean
  @Order(2)
  SecurityFilterChain memberChain(
      HttpSecurity http,
      SiteDirectory sites,
      Problems problems,
      Refusals refusals,
      Storage storage,
      JwtDecoder decoder,
      Environment environment,
      FilterRegistrationBean<LimitFilter> limits,
      PersonLimit people) {
    stateless(http, refusals);
    Filter strayKeys =
        onlyFor(
            new StrayKeyFilter(sites),
            Access.PERSON,
            Access.OPERATOR,
            Access.VIEWER,
            Access.AGENT,
            Access.ADMIN);
    var adapter = new SnapStartCalls(environment.getProperty("AWS_LAMBDA_INITIALIZATION_TYPE"));
    Filter memberships =
        onlyFor(
            new MembershipFilter(
                storage.members(),
                storage.operatorGrants(),
                people::take,
                problems,
                Clock.systemUTC()),
            Access.VIEWER,
            Access.AGENT,
            Access.ADMIN);
    return http.oauth2ResourceServer(server ->
            server
                .bearerTokenResolver(new PersonTokens())
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(person())))
        .addFilterBefore(strayKeys, AuthorizationFilter.class)
        .addFilterBefore(memberships, AuthorizationFilter.class)
        .addFilterBefore(limits.getFilter(), AuthorizationFilter.class)
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Door.matcher(Access.ANYONE))
                .permitAll()
                .requestMatchers(Door.matcher(Access.PERSON))
                .hasAuthority(Access.PERSON.name())
                .requestMatchers(Door.matcher(Access.OPERATOR))
                .hasAuthority(Access.OPERATOR.name())
                .requestMatchers(Door.matcher(Access.VIEWER))
                .hasAuthority(Access.VIEWER.name())
                .requestMatchers(Door.matcher(Access.AGENT))
                .hasAuthority(Access.AGENT.name())
                .requestMatchers(Door.matcher(Access.ADMIN))
                .hasAuthority(Access.ADMIN.name())
                .requestMatchers(new AndRequestMatcher(Door.matcher(Access.SNAPSTART), adapter))
                .permitAll()
                .anyRequest()
                .denyAll())
        .build();
  }

  private static Filter onlyFor(Filter filter, Access... kinds) {
    var doors = Door.matcher(kinds);
    return (request, response, chain) -> {
      if (doors.matches((HttpServletRequest) request)) {
        filter.doFilter(request, response, chain);
      } else {
        chain.doFilter(request, response);
      }
    };
  }

  private static JwtAuthenticationConverter person() {
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::authorities);
    return converter;
  }

  private static List<GrantedAuthority> authorities(Jwt token) {
    var person = new SimpleGrantedAuthority(Access.PERSON.name());
    return token.getClaim("cognito:groups") instanceof Collection<?> groups
            && groups.contains(Access.OPERATORS)
        ? List.of(person, new SimpleGrantedAuthority(Access.OPERATOR.name()))
        : List.of(person);
  }

  private static void stateless(HttpSecurity http, Refusals refusals) {
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(headers ->
            headers
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter((request, response) -> {
                  if (!response.containsHeader("Cache-Control")) {
                    response.setHeader("Cache-Control", "no-store");
                  }
                })
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(
                    policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                // TLS ends in front of this process, which therefore cannot see it.
                .httpStrictTransportSecurity(
                    tls -> tls.requestMatcher(AnyRequestMatcher.INSTANCE)));
  }
}
