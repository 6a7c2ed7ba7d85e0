package io.feedbackplatform.core.member;

/** A person, as the identity provider knows them: the token's {@code sub}, 1 to 128 characters. */
public record UserId(String value) {

  public UserId {
    if (value.isBlank() || value.length() > 128) {
      throw new IllegalArgumentException("a user id has 1 to 128 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
