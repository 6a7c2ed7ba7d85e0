package io.feedbackplatform.api.request;

import io.feedbackplatform.api.problem.Problems;
import io.feedbackplatform.api.settings.ApiSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {

  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter(Problems problems, ApiSettings settings) {
    var registration =
        new FilterRegistrationBean<>(new RequestFilter(problems, settings.proxies()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** After security, so that a page may read the refusal, which needs its CORS headers. */
  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter() {
    var registration = new FilterRegistrationBean<>(new BodyFilter());
    registration.setOrder(0);
    return registration;
  }

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> etagFilter() {
    var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    registration.setOrder(1);
    registration.addUrlPatterns(
        "/feedback",
        "/feedback/*",
        "/analytics",
        "/analytics/*",
        "/usage",
        "/widget/config",
        "/openapi.json");
    return registration;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownParameters());
  }
}
