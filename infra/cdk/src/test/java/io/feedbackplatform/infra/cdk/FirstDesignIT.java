package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the first design had on AWS is in the templates of every layout, row by row. */
class FirstDesignIT {

  static Stream<Row> rows() {
    return Stream.of(
            EdgeRows.ROWS, GatewayRows.ROWS, FunctionRows.ROWS, DataRows.ROWS, WatchRows.ROWS)
        .flatMap(List::stream);
  }

  static Stream<Arguments> rowsOfLayouts() {
    return rows()
        .flatMap(row -> Stream.of(Layout.values()).map(layout -> Arguments.of(row, layout)));
  }

  @ParameterizedTest(name = "{0} [{1}]")
  @MethodSource("rowsOfLayouts")
  void isInTheTemplates(Row row, Layout layout) {
    row.check().accept(Templates.of(layout), layout);
  }

  @Test
  void namesEachRowOnce() {
    assertThat(rows().map(Row::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void failsOnAnInstallationWithoutAnything(Row row) {
    assertThatThrownBy(() -> row.check().accept(Templates.NONE, Layout.STANDARD))
        .isInstanceOf(AssertionError.class);
  }
}
