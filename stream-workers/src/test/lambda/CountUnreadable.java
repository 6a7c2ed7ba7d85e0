import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** As Lambda would: makes the handler by its name, and hands it a record that nobody can read. */
class CountUnreadable {

  @SuppressWarnings("unchecked")
  public static void main(String[] arguments) throws Exception {
    var handler =
        (RequestHandler<DynamodbEvent, StreamsEventResponse>)
            Class.forName(arguments[0]).getConstructor().newInstance();
    var images = new StreamRecord();
    images.setSequenceNumber("42");
    images.setNewImage(Map.of());
    var unreadable = new DynamodbStreamRecord();
    unreadable.setEventID("event-42");
    unreadable.setEventName("INSERT");
    unreadable.setDynamodb(images);
    var event = new DynamodbEvent();
    event.setRecords(List.of(unreadable));
    var context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, none) ->
                    method.getReturnType() == int.class ? (Object) 60_000 : "request-42");

    var answer = handler.handleRequest(event, context);

    System.err.println("failed: " + answer.getBatchItemFailures().getFirst().getItemIdentifier());
  }
}
