package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.process.CannotStartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only system of a folder. The operating system takes the lock away from a
 * process that dies; the file itself goes only at a clean stop, and so tells the next run how this
 * one ended.
 *
 * @param afterCrash whether the run before did not stop cleanly
 */
record Instance(Path file, FileChannel channel, FileLock lock, boolean afterCrash)
    implements AutoCloseable {

  static Instance claim(Path folder) throws IOException, CannotStartException {
    Files.createDirectories(folder);
    var file = folder.resolve("lock");
    boolean leftOver = Files.exists(file);
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new CannotStartException(
          "It is already running (" + folder + "): stop that one with Ctrl-C first");
    }
    return new Instance(file, channel, lock, leftOver);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
