package io.feedbackplatform.api.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Fetches a document of at most 64 KB within two seconds, without following redirects. */
final class KeyRetriever extends DefaultResourceRetriever {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 2_000;
  private static final int MOST_BYTES = 64 * 1024;

  KeyRetriever() {
    super(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
  }

  @Override
  protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
    var connection = super.openHTTPConnection(address);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
