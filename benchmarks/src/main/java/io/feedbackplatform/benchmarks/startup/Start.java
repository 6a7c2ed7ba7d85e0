package io.feedbackplatform.benchmarks.startup;

/**
 * One start of the API, until its first answer to a submission.
 *
 * @param listening milliseconds from the start of the process until its port takes connections
 * @param firstRequest milliseconds that the first request, a submission, took
 * @param storage milliseconds of that in which DynamoDB Local and its TLS front worked
 * @param cpu seconds of processor time that the process used until it answered
 * @param memory resident set in MiB after the answer
 */
record Start(double listening, double firstRequest, double storage, double cpu, double memory) {

  /** What the first request took of the API's own time: a busy machine makes storage slow, too. */
  double ownTime() {
    return firstRequest - storage;
  }

  double answered() {
    return listening + firstRequest;
  }
}
