package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each operation that the running application serves, tried by each kind of caller, answers what
 * {@code access.txt} says: each deny stands beside the same request that is allowed.
 */
class AccessMatrixIT {

  private final AccessTable table = AccessTable.read();

  @Test
  void answersEachCallerAsTheTableSays() throws IOException {
    var tried = new ArrayList<Matrix.Tried>();
    try (var world = new TwoTenants()) {
      var matrix = new Matrix(world);
      var operations = world.allOperations();
      for (var operation : operations) {
        tried.addAll(matrix.attempt(operation, table.rowOf(operation), table.columns()));
      }
      write(operations, tried);

      System.out.printf(
          "%d operations, %d cells, %d of them foreign; %d red, %d leaks; %d entries in the audit%n",
          operations.size(),
          tried.size(),
          tried.stream().filter(Matrix.Tried::foreign).count(),
          tried.stream().filter(Matrix.Tried::isRed).count(),
          tried.stream().mapToInt(one -> one.leaks().size()).sum(),
          tried.stream().filter(Matrix.Tried::audited).count());
      assertThat(table.faults(operations)).isEmpty();
    }
    assertThat(tried).filteredOn(Matrix.Tried::isRed).isEmpty();
    assertThat(tried).filteredOn(Matrix.Tried::foreign).hasSizeGreaterThan(50);
    assertThat(tried).filteredOn(Matrix.Tried::audited).hasSizeGreaterThan(20);
  }

  /** The matrix can fail: nearly all that keeps foreigners out is the check of the tenant. */
  @Test
  void turnsRedWhereForeignersAreTriedWithTheTenantCheckSwitchedOff() {
    var check = new WithoutTenantCheck();
    var tried = new ArrayList<Matrix.Tried>();
    var world = new TwoTenants(check::of);
    var matrix = new Matrix(world);
    check.begin(world.owner(), world.stranger());
    for (var operation : world.allOperations()) {
      var row = table.rowOf(operation);
      table.columns().stream()
          .filter(column -> matrix.isForeign(row, column))
          .forEach(column -> tried.add(matrix.attempt(operation, row, column)));
    }
    assertThatThrownBy(world::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not its caller's");

    var red = tried.stream().filter(Matrix.Tried::isRed).count();
    System.out.printf(
        "With the tenant check switched off, %d of %d foreign cells are red%n", red, tried.size());
    assertThat(tried).hasSizeGreaterThan(50);
    assertThat(red * 100)
        .as("%s", tried.stream().filter(one -> !one.isRed()).toList())
        .isGreaterThanOrEqualTo(tried.size() * 95L);
  }

  /** The table as it would be if all answers were right, to compare with. */
  private void write(List<Operation> operations, List<Matrix.Tried> tried) throws IOException {
    var text = new StringBuilder();
    for (var operation : operations) {
      text.append(operation.name());
      table
          .columns()
          .forEach(column ->
              tried.stream()
                  .filter(one -> one.cell().equals(operation.name() + " as " + column))
                  .forEach(one -> text.append(' ').append(one.status())));
      text.append('\n');
    }
    Files.writeString(Path.of("target/access.txt"), text);
  }
}
