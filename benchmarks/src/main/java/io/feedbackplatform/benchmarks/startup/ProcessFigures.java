package io.feedbackplatform.benchmarks.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows about a process (proc(5)). */
final class ProcessFigures {

  /** USER_HZ: in these units the kernel tells processor time to programs, on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private ProcessFigures() {}

  /** Processor time so far, in seconds, as a user and in the kernel. */
  static double cpu(long pid) {
    var text = read(pid, "stat");
    // The second field is the program's name in parentheses and may hold spaces.
    var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Memory in use, in MiB. */
  static double memory(long pid) {
    var line = read(pid, "status").lines().filter(each -> each.startsWith("VmRSS:")).findFirst();
    return Long.parseLong(line.orElseThrow().replaceAll("[^0-9]", "")) / 1024.0;
  }

  private static String read(long pid, String name) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), name));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
