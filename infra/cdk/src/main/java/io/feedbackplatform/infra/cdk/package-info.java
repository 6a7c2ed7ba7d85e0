/** The platform on AWS, as stacks of the AWS CDK. */
@NullMarked
package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.NullMarked;
