import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;

/** As Lambda would: makes handlers by their names, and hands the event to the first. */
class Call {

  public static void main(String[] handlers) throws Exception {
    var context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, none) -> "request-42");
    RequestStreamHandler first = null;
    for (var name : handlers) {
      var handler = (RequestStreamHandler) Class.forName(name).getConstructor().newInstance();
      first = first == null ? handler : first;
    }
    first.handleRequest(System.in, new ByteArrayOutputStream(), context);
  }
}
