package io.feedbackplatform.api.request;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is read at once, when somebody first asks for it: not beyond its limit, and
 * only if it is UTF-8 in every byte. The JSON parser lets overlong forms pass (RFC 3629, 10).
 */
final class LimitedBody extends HttpServletRequestWrapper {

  private final int most;
  private @Nullable ServletInputStream body;

  LimitedBody(HttpServletRequest request, int most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Bytes(read());
    }
    return body;
  }

  private byte[] read() throws IOException {
    var bytes = super.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      throw BodyFilter.tooLarge();
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notUtf8) {
      throw new ProblemException(
          ProblemCode.MALFORMED_JSON,
          "The body is not UTF-8. Encode it as UTF-8 and send it again.");
    }
    return bytes;
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("no request is served asynchronously here");
    }
  }
}
