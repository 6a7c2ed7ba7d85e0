package io.feedbackplatform.api.request;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the handler does not know: a filter that is misspelt and ignored
 * would answer with more than was asked for.
 */
final class KnownParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var known = known(method);
      if (!known.isEmpty()) {
        refuseUnknown(request, known);
      }
    }
    return true;
  }

  private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
    var unknown =
        request.getParameterMap().keySet().stream()
            .filter(name -> !known.contains(name))
            .limit(20)
            .map(name -> violation(name, known))
            .toList();
    if (!unknown.isEmpty()) {
      throw new DomainException.InvalidInput(unknown);
    }
  }

  private static Violation violation(String name, Set<String> known) {
    return new Violation(
        name.length() > 50 ? name.substring(0, 50) : name,
        "unknown_parameter",
        "Remove this parameter. Known are: " + String.join(", ", known) + ".");
  }

  private static Set<String> known(HandlerMethod method) {
    return Stream.of(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(parameter -> String.valueOf(parameter.getParameter().getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
