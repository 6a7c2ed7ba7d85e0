package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** A private bucket for the access logs of a stack, which are kept for a year. */
final class LogBucket {

  static final Duration KEPT = Duration.days(365);

  private LogBucket() {}

  /** A bucket that services of AWS write access logs to. */
  static Bucket in(Construct scope) {
    var bucket =
        Bucket.Builder.create(scope, "AccessLogs")
            // Load balancers cannot write with a key of ours.
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            // CloudFront's logs arrive with an access control list.
            .objectOwnership(ObjectOwnership.OBJECT_WRITER)
            .lifecycleRules(List.of(LifecycleRule.builder().expiration(KEPT).build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Explained.finding(
        bucket, "S1", "It holds access logs itself: logging its own writes would never end.");
    return bucket;
  }
}
