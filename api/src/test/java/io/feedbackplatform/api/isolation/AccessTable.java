package io.feedbackplatform.api.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table in {@code access.txt}: who may do what. */
record AccessTable(List<String> columns, Map<String, AccessRow> rows) {

  private static final int BEFORE_CELLS = 5;

  static AccessTable read() {
    try (var file = AccessTable.class.getResourceAsStream("access.txt")) {
      if (file == null) {
        throw new AssertionError("access.txt is missing");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lines that begin with {@code #} are for readers; the first other one names the columns. */
  static AccessTable parse(String text) {
    var lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.strip().split("\\s+")))
            .toList();
    var header = lines.getFirst();
    var columns = header.subList(BEFORE_CELLS, header.size());
    var rows = new LinkedHashMap<String, AccessRow>();
    for (var line : lines.subList(1, lines.size())) {
      var name = line.get(0) + " " + line.get(1);
      if (line.size() != header.size()) {
        throw new AssertionError(
            "access.txt has another number of cells than of columns for " + name);
      }
      var statuses = new LinkedHashMap<String, Integer>();
      for (int n = 0; n < columns.size(); n++) {
        statuses.put(columns.get(n), Integer.valueOf(line.get(BEFORE_CELLS + n)));
      }
      var data = AccessRow.Data.valueOf(line.get(2).toUpperCase(Locale.ROOT));
      if (rows.put(name, new AccessRow(name, data, line.get(3), line.get(4), statuses)) != null) {
        throw new AssertionError("access.txt has two rows for " + name);
      }
    }
    return new AccessTable(columns, rows);
  }

  /** The row, or one that expects nothing where there is none. */
  AccessRow rowOf(Operation operation) {
    var row = rows.get(operation.name());
    return row == null
        ? new AccessRow(
            operation.name(),
            AccessRow.Data.TENANT,
            "-",
            "-",
            columns.stream().collect(Collectors.toMap(column -> column, column -> 0)))
        : row;
  }

  /** What is wrong with the rows, given all that the application serves. */
  List<String> faults(List<Operation> operations) {
    var faults = new ArrayList<String>();
    var unknown = new TreeSet<>(rows.keySet());
    for (var operation : operations) {
      unknown.remove(operation.name());
      var row = rows.get(operation.name());
      if (row == null) {
        faults.add(
            operation.name()
                + " has no row in access.txt: say there what it answers to whom. target/access.txt shows"
                + " what it did answer.");
      } else if (row.data() != AccessRow.Data.CLOSED && !row.permitsSomebody()) {
        faults.add(operation.name() + " is permitted to nobody by access.txt");
      } else if (operation.changesSomething()
          && row.audit().equals("-")
          && row.data() != AccessRow.Data.CLOSED) {
        faults.add(
            operation.name()
                + " changes something: access.txt needs the word of its entry in the audit");
      }
    }
    unknown.forEach(
        name -> faults.add("access.txt has a row for " + name + ", which is not there"));
    return faults;
  }
}
