package io.feedbackplatform.infra.cdk;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Something that the platform's first design configured on AWS.
 *
 * @param name where it stands there and what it says; after an arrow, what it has become and why
 * @param check fails when the templates of a layout do not say so
 */
record Row(String name, BiConsumer<Templates, Layout> check) {

  static Row of(String name, Consumer<Templates> check) {
    return new Row(name, (templates, layout) -> check.accept(templates));
  }

  @Override
  public String toString() {
    return name;
  }
}
