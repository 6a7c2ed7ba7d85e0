package io.feedbackplatform.infra.local.demo;

/** Somebody who can sign in to the console. */
public record Login(String username, String password, String role) {

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
