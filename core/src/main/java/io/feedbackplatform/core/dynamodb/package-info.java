/** The storage ports on DynamoDB: the only place that knows the AWS SDK. */
@NullMarked
package io.feedbackplatform.core.dynamodb;

import org.jspecify.annotations.NullMarked;
