package io.feedbackplatform.api.request;

import org.springframework.stereotype.Component;
import org.springframework.web.accept.ApiVersionParser;

/**
 * Versions of this API are whole numbers. The framework's own reading passes over signs and
 * letters, so that a misspelt version would be taken for another one.
 */
@Component
class WholeVersions implements ApiVersionParser<Integer> {

  @Override
  public Integer parseVersion(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("no version");
    }
    return Integer.valueOf(text);
  }
}
