package io.feedbackplatform.infra.local.streams;

import io.feedbackplatform.infra.local.state.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far each shard of one stream has been delivered, kept in a file so that a restart goes on
 * where the run before ended. A file of another stream is as good as none.
 */
final class Checkpoints {

  /** Stands for the end of a closed shard; sequence numbers are digits. */
  private static final String END = "end";

  private final JsonFile file;
  private final String streamArn;
  private final Map<String, String> byShard;

  private record Content(String streamArn, Map<String, String> shards) {}

  private Checkpoints(JsonFile file, String streamArn, Map<String, String> byShard) {
    this.file = file;
    this.streamArn = streamArn;
    this.byShard = byShard;
  }

  static Checkpoints load(JsonFile file, String streamArn) throws IOException {
    var shards =
        file.read(Content.class)
            .filter(content -> content.streamArn().equals(streamArn))
            .map(Content::shards)
            .orElse(Map.of());
    return new Checkpoints(file, streamArn, new HashMap<>(shards));
  }

  synchronized Optional<String> sequenceNumber(String shardId) {
    return Optional.ofNullable(byShard.get(shardId)).filter(number -> !number.equals(END));
  }

  synchronized boolean isFinished(String shardId) {
    return END.equals(byShard.get(shardId));
  }

  synchronized void advance(String shardId, String sequenceNumber) {
    byShard.put(shardId, sequenceNumber);
    save();
  }

  synchronized void finish(String shardId) {
    byShard.put(shardId, END);
    save();
  }

  /** Forgets shards that the stream no longer has. */
  synchronized void retain(Collection<String> shardIds) {
    if (byShard.keySet().retainAll(shardIds)) {
      save();
    }
  }

  private void save() {
    try {
      file.write(new Content(streamArn, byShard));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
