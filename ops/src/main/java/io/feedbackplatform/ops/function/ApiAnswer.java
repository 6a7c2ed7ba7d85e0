package io.feedbackplatform.ops.function;

/** What came of a request to the function. */
public sealed interface ApiAnswer {

  /** Whether it says that all is well. */
  boolean successful();

  /** In a few words, for people. */
  String summary();

  /**
   * The function answered.
   *
   * @param contentType empty when it names none
   */
  record Answered(int status, String contentType) implements ApiAnswer {

    @Override
    public boolean successful() {
      return status >= 200 && status < 300;
    }

    @Override
    public String summary() {
      return "HTTP " + status;
    }
  }

  /** It did not: it failed, ran into its time limit, or could not be reached. */
  record Broken(String why) implements ApiAnswer {

    @Override
    public boolean successful() {
      return false;
    }

    @Override
    public String summary() {
      return why;
    }
  }

  /** Lambda did not let the call through to the function, which says nothing about the function. */
  record Throttled() implements ApiAnswer {

    @Override
    public boolean successful() {
      return false;
    }

    @Override
    public String summary() {
      return "no answer: calls are throttled";
    }
  }
}
