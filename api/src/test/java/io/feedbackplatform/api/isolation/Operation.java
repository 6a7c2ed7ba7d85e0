package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.isolation.Place.Part;
import io.feedbackplatform.api.site.SiteCaller;
import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * Bodies that are accepted, in JSON, with the names of the caller's own ids in braces. An
   * operation that reads one needs a line here.
   */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "POST /feedback",
              """
              {"rating":4,"message":"It works.","siteId":"{siteId}"}\
              """),
          Map.entry(
              "PATCH /feedback/{feedbackId}",
              """
              {"status":"open"}\
              """),
          Map.entry(
              "POST /api-keys",
              """
              {"name":"Export","scopes":["feedback:read"]}\
              """),
          Map.entry(
              "POST /api-keys/{keyId}/rotate",
              """
              {"overlapHours":1}\
              """),
          Map.entry(
              "PATCH /members/{userId}",
              """
              {"role":"agent"}\
              """),
          Map.entry(
              "POST /members/invitations",
              """
              {"email":"new@example.com","role":"viewer"}\
              """),
          Map.entry(
              "POST /invitations/accept",
              """
              {"token":"{token}"}\
              """),
          Map.entry(
              "PATCH /settings",
              """
              {"timeZone":"Europe/Berlin"}\
              """),
          Map.entry(
              "POST /sites",
              """
              {"name":"Blog","origins":["https://*.blog.example"]}\
              """),
          Map.entry(
              "PATCH /sites/{siteId}",
              """
              {"theme":{"mode":"dark"}}\
              """),
          Map.entry(
              "POST /sites/{siteId}/keys/{siteKey}/rotate",
              """
              {"overlapHours":0}\
              """),
          Map.entry(
              "POST /operator/tenants",
              """
              {"name":"New shop","ownerUserId":"first-owner"}\
              """),
          Map.entry(
              "PATCH /operator/tenants/{tenantId}",
              """
              {"plan":"pro"}\
              """),
          Map.entry(
              "POST /operator/tenants/{tenantId}/suspend",
              """
              {"reason":"Invoices are unpaid."}\
              """),
          Map.entry(
              "POST /operator/tenants/{tenantId}/deletion",
              """
              {"graceDays":30}\
              """),
          Map.entry(
              "POST /operator/tenants/{tenantId}/owner-invitation",
              """
              {"ownerEmail":"new@example.com"}\
              """),
          Map.entry(
              "POST /operator/tenants/{tenantId}/recounts",
              """
              {"repair":true}\
              """),
          Map.entry(
              "POST /operator/tenants/{tenantId}/grants",
              """
              {"reason":"Ticket 4711: the inbox stays empty"}\
              """));

  /** What ends things comes last. */
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /**
   * All that the application serves, but for what it serves to nobody outside; what only reads
   * first.
   */
  static List<Operation> of(RequestMappingHandlerMapping mappings) {
    return all(mappings).stream()
        .filter(operation -> !operation.path().startsWith("/snapstart/"))
        .toList();
  }

  /** All that has a handler of ours. */
  static List<Operation> all(RequestMappingHandlerMapping mappings) {
    var operations = new ArrayList<Operation>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("io.feedbackplatform")) {
            for (var method : mapping.getMethodsCondition().getMethods()) {
              for (var path : mapping.getPatternValues()) {
                operations.add(new Operation(method.name(), path, handler));
              }
            }
          }
        });
    operations.sort(
        Comparator.comparingInt((Operation operation) -> METHODS.indexOf(operation.method()))
            .thenComparing(Operation::path));
    return operations;
  }

  String name() {
    return method + " " + path;
  }

  /** Whether only operators of the platform come here, who work on all tenants. */
  boolean isForOperators() {
    return path.equals("/operator") || path.startsWith("/operator/");
  }

  boolean changesSomething() {
    return !method.equals("GET");
  }

  /** Whether a site key is the caller's own credential here. */
  boolean isForSites() {
    return parameters().anyMatch(parameter -> parameter.getParameterType() == SiteCaller.class);
  }

  /** A body that is accepted from whoever has these ids; empty where none is read. */
  String body(Ids own) {
    return VARIABLE
        .matcher(template())
        .replaceAll(variable -> own.get(IdKind.named(path, variable.group(1))));
  }

  boolean hasBody() {
    return !template().isEmpty();
  }

  private String template() {
    if (parameters().noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
      return "";
    }
    var body = BODIES.get(name());
    if (body == null) {
      throw new AssertionError(
          "Nobody knows a body for "
              + name()
              + ": add one that is accepted to Operation.BODIES, so that the operation is tried.");
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
          } else if (TenantCaller.class.isAssignableFrom(parameter.getParameterType())) {
            places.add(new Place(Part.HEADER, "X-Tenant-Id"));
          }
        });
    VARIABLE
        .matcher(template())
        .results()
        .forEach(variable -> places.add(new Place(Part.BODY, variable.group(1))));
    if (isForSites()) {
      places.add(new Place(Part.HEADER, "Origin"));
    }
    return places.stream().distinct().toList();
  }

  /** Those, and where somebody could hope that it looks. */
  Set<Place> places() {
    var places = new LinkedHashSet<>(ownPlaces());
    for (var name : List.of("siteId", "tenantId")) {
      places.add(new Place(Part.QUERY, name));
      if (hasBody()) {
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
