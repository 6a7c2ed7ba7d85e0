package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudtrail.ReadWriteType;
import software.amazon.awscdk.services.cloudtrail.Trail;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/**
 * Who did what to the platform on AWS, for seven years: signed by CloudTrail, encrypted, and
 * locked.
 *
 * <p>The lock is of the kind that an account's owner can still open after changing the bucket's
 * policy. The other kind nobody can: a stage that was a mistake, or personal data where there
 * should be none, would stay for seven years.
 */
final class ComplianceLogs extends Construct {

  static final Duration KEPT = Duration.days(7 * 365 + 2);

  ComplianceLogs(Construct scope, String id, Place place) {
    super(scope, id);
    var name = place.name("trail");
    var key =
        Key.Builder.create(this, "Key")
            .description("Who did what, " + place.stage())
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudtrail.amazonaws.com")))
            // To decrypt too, or it refuses a bucket that has a key of its own made from this one.
            .actions(List.of("kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"))
            .resources(List.of("*"))
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceArn", trailArn(place.region(), name))))
            .build());
    Trail.Builder.create(this, "Trail")
        .trailName(name)
        .bucket(bucket(key))
        .encryptionKey(key)
        .isMultiRegionTrail(true)
        .includeGlobalServiceEvents(true)
        .enableFileValidation(true)
        .managementEvents(ReadWriteType.ALL)
        .build();
  }

  private Bucket bucket(Key key) {
    var bucket =
        Bucket.Builder.create(this, "Bucket")
            .encryption(BucketEncryption.KMS)
            .encryptionKey(key)
            .bucketKeyEnabled(true)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .versioned(true)
            .objectLockEnabled(true)
            .objectLockDefaultRetention(ObjectLockRetention.governance(KEPT))
            .serverAccessLogsBucket(LogBucket.in(this))
            .serverAccessLogsPrefix("compliance/")
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .transitions(
                            List.of(
                                Transition.builder()
                                    .storageClass(StorageClass.GLACIER)
                                    .transitionAfter(Duration.days(90))
                                    .build()))
                        .expiration(KEPT)
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .effect(Effect.DENY)
            .principals(List.of(new AnyPrincipal()))
            .actions(List.of("s3:BypassGovernanceRetention", "s3:PutObjectRetention"))
            .resources(List.of(bucket.arnForObjects("*")))
            .build());
    return bucket;
  }

  private static String trailArn(String region, String name) {
    return "arn:aws:cloudtrail:" + region + ":" + Aws.ACCOUNT_ID + ":trail/" + name;
  }
}
