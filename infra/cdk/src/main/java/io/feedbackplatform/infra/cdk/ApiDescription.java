package io.feedbackplatform.infra.cdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads which paths the API answers, in its OpenAPI document. */
final class ApiDescription {

  /** Where the API serves the document itself. */
  private static final String DOCUMENT = "/openapi.json";

  private ApiDescription() {}

  /**
   * @throws InvalidInstallation when the file is no such document
   */
  static SortedSet<String> paths(Path openApi) {
    var paths = new TreeSet<String>();
    try {
      new ObjectMapper()
          .readTree(openApi.toFile())
          .path("paths")
          .fieldNames()
          .forEachRemaining(paths::add);
    } catch (IOException unreadable) {
      throw new InvalidInstallation(
          "The API's description cannot be read: " + unreadable.getMessage());
    }
    if (paths.isEmpty()) {
      throw new InvalidInstallation("The API's description names no path: " + openApi);
    }
    paths.add(DOCUMENT);
    return paths;
  }
}
