package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a table, as Lambda's event source would hand it over. */
public final class TableStream {

  private final DynamoDbStreamsClient client;
  private final String table;

  public TableStream(DynamoDbStreamsClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * All that happened so far; the caller says how many records that is, since a stream has no end.
   */
  public List<DynamodbStreamRecord> read(int expected) {
    var arn =
        client.listStreams(request -> request.tableName(table)).streams().getFirst().streamArn();
    var records = new ArrayList<DynamodbStreamRecord>();
    for (Shard shard :
        client.describeStream(request -> request.streamArn(arn)).streamDescription().shards()) {
      var iterator =
          client
              .getShardIterator(request ->
                  request
                      .streamArn(arn)
                      .shardId(shard.shardId())
                      .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      while (iterator != null && records.size() < expected) {
        var from = iterator;
        var response = client.getRecords(request -> request.shardIterator(from));
        response.records().stream().map(TableStream::toLambda).forEach(records::add);
        iterator = response.nextShardIterator();
      }
    }
    return records;
  }

  static DynamodbStreamRecord toLambda(Record source) {
    var images = new StreamRecord();
    images.setSequenceNumber(source.dynamodb().sequenceNumber());
    images.setKeys(toLambda(source.dynamodb().keys()));
    if (source.dynamodb().hasOldImage()) {
      images.setOldImage(toLambda(source.dynamodb().oldImage()));
    }
    if (source.dynamodb().hasNewImage()) {
      images.setNewImage(toLambda(source.dynamodb().newImage()));
    }
    var target = new DynamodbStreamRecord();
    target.setEventID(source.eventID());
    target.setEventName(source.eventNameAsString());
    target.setDynamodb(images);
    return target;
  }

  private static Map<String, AttributeValue> toLambda(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
    var attributes = new HashMap<String, AttributeValue>();
    image.forEach((name, value) -> attributes.put(name, toLambda(value)));
    return attributes;
  }

  private static AttributeValue toLambda(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    return switch (value.type()) {
      case S -> new AttributeValue().withS(value.s());
      case N -> new AttributeValue().withN(value.n());
      case BOOL -> new AttributeValue().withBOOL(value.bool());
      case M -> new AttributeValue().withM(toLambda(value.m()));
      case SS -> new AttributeValue().withSS(value.ss());
      case L -> new AttributeValue().withL(value.l().stream().map(TableStream::toLambda).toList());
      default ->
          throw new IllegalStateException("feedback has no attribute of type " + value.type());
    };
  }
}
