/** DynamoDB Local with data that stays. */
@NullMarked
package io.feedbackplatform.infra.local.dynamodb;

import org.jspecify.annotations.NullMarked;
