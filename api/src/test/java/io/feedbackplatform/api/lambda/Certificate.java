package io.feedbackplatform.api.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for this machine, and all that a client needs to believe it beside the authorities
 * that it believes anyway: TLS costs then what it costs against AWS.
 *
 * @param keys the key store of the server
 * @param trusted the trust store of clients
 */
record Certificate(Path keys, Path trusted) {

  private static final String PASSWORD = "changeit";

  static Certificate in(Path folder) {
    var certificate = new Certificate(folder.resolve("server.p12"), folder.resolve("trusted.p12"));
    var exported = folder.resolve("server.cer").toString();
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-validity",
        "7",
        "-keystore",
        certificate.keys.toString());
    keytool(
        "-exportcert",
        "-alias",
        "server",
        "-keystore",
        certificate.keys.toString(),
        "-file",
        exported);
    certificate.copyAuthorities();
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "server",
        "-file",
        exported,
        "-keystore",
        certificate.trusted.toString());
    return certificate;
  }

  SSLContext serverContext() {
    try (InputStream stored = Files.newInputStream(keys)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(stored, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException("the certificate that was just made is unusable", failure);
    }
  }

  private void copyAuthorities() {
    try {
      Files.copy(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), trusted);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static void keytool(String... arguments) {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(java.util.List.of(arguments));
    command.addAll(java.util.List.of("-storepass", PASSWORD));
    Commands.run(command);
  }
}
