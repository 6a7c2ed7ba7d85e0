package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.isolation.Place.Part;
import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.site.SiteCaller;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and a path that the running application serves, and all places of such a request. */
record Operation(String method, String path, HandlerMethod handler) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** Bodies that are accepted, in JSON. An operation that reads one needs a line here. */
  private static final Map<String, String> BODIES =
      Map.of("POST /feedback", "{\"rating\":4,\"message\":\"It works.\"}");

  /** All that the application serves, but for what it serves to nobody outside. */
  static List<Operation> of(RequestMappingHandlerMapping mappings) {
    var operations = new ArrayList<Operation>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("io.feedbackplatform")
              && !mapping.getPatternValues().stream()
                  .allMatch(path -> path.startsWith("/snapstart/"))) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
              for (var path : mapping.getPatternValues()) {
                operations.add(new Operation(method.name(), path, handler));
              }
            }
          }
        });
    return operations;
  }

  String name() {
    return method + " " + path;
  }

  /** Whether a site key is the caller's own credential here. */
  boolean isForSites() {
    return parameters().anyMatch(parameter -> parameter.getParameterType() == SiteCaller.class);
  }

  String body() {
    if (parameters().noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
      return "";
    }
    var body = BODIES.get(name());
    if (body == null) {
      throw new AssertionError("Nobody knows a body for " + name() + ": add one to Operation.");
    }
    return body;
  }

  /** The places that the operation looks at. */
  List<Place> ownPlaces() {
    var places = new ArrayList<Place>();
    VARIABLE
        .matcher(path)
        .results()
        .forEach(variable -> places.add(new Place(Part.PATH, variable.group(1))));
    parameters()
        .forEach(parameter -> {
          var header = parameter.getParameterAnnotation(RequestHeader.class);
          if (header != null) {
            places.add(new Place(Part.HEADER, header.name()));
          } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
            places.add(new Place(Part.QUERY, parameter.getParameter().getName()));
          } else if (parameter.getParameterType() == MemberCaller.class) {
            places.add(new Place(Part.HEADER, "X-Tenant-Id"));
          }
        });
    if (!body().isEmpty()) {
      places.add(new Place(Part.BODY, "siteId"));
    }
    if (isForSites()) {
      places.add(new Place(Part.HEADER, "Origin"));
    }
    return places;
  }

  /** Those, and where somebody could hope that it looks. */
  Set<Place> places() {
    var places = new LinkedHashSet<>(ownPlaces());
    for (var name : List.of("siteId", "tenantId")) {
      places.add(new Place(Part.QUERY, name));
      if (!body().isEmpty()) {
        places.add(new Place(Part.BODY, name));
      }
    }
    places.add(new Place(Part.HEADER, "X-Tenant-Id"));
    places.add(new Place(Part.HEADER, "Origin"));
    if (!isForSites()) {
      places.add(new Place(Part.HEADER, "X-Site-Key"));
    }
    return places;
  }

  private Stream<MethodParameter> parameters() {
    return Stream.of(handler.getMethodParameters());
  }
}
