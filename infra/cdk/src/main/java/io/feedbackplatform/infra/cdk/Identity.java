package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * Who signs people in.
 *
 * @param issuer as the tokens spell it
 * @param consoleClient id of the console's app client
 * @param consoleSecret the secret of that client, as the whole string of a secret
 * @param logoutUrl where a browser is sent to end its sign-in
 */
record Identity(String issuer, String consoleClient, ISecret consoleSecret, String logoutUrl) {}
