/** What AWS does between a DynamoDB stream and a Lambda function, for one machine. */
@NullMarked
package io.feedbackplatform.infra.local.streams;

import org.jspecify.annotations.NullMarked;
