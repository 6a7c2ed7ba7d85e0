package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The widget's files in a private bucket. A file that a page may have pinned or may still be about
 * to load is never taken away; the few that change are put in place after those they name.
 */
final class WidgetFiles extends Construct {

  /** Where the files are below the host, as the widget's documentation says. */
  static final String PREFIX = "widget/v1";

  private static final String HASHED = "*-????????????.js";
  private static final Duration A_YEAR = Duration.days(365);
  private static final Duration MINUTES = Duration.minutes(5);

  private final Bucket bucket;

  /**
   * @param bucketName null when nobody has to know it
   */
  WidgetFiles(Construct scope, @Nullable String bucketName, Path files) {
    super(scope, "Files");
    var stack = Stack.of(this);
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .bucketName(bucketName)
            .versioned(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .serverAccessLogsBucket(LogBucket.in(this))
            .serverAccessLogsPrefix("bucket/")
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .noncurrentVersionExpiration(Duration.days(90))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    var source = Source.asset(files.toString());
    var lasting =
        deployment("Lasting", source)
            .exclude(List.of("*"))
            .include(List.of(HASHED))
            .cacheControl(
                List.of(
                    CacheControl.setPublic(),
                    CacheControl.maxAge(A_YEAR),
                    CacheControl.immutable()))
            .build();
    var changing =
        deployment("Changing", source)
            .exclude(List.of(HASHED))
            .cacheControl(List.of(CacheControl.setPublic(), CacheControl.maxAge(MINUTES)))
            .build();
    changing.getNode().addDependency(lasting);
    explainLibrary(stack);
  }

  private BucketDeployment.Builder deployment(String id, ISource source) {
    return BucketDeployment.Builder.create(this, id)
        .sources(List.of(source))
        .destinationBucket(bucket)
        .destinationKeyPrefix(PREFIX)
        .prune(false)
        .retainOnDelete(true);
  }

  IBucket bucket() {
    return bucket;
  }

  /** Lets every distribution of this account read: for one that another region's stack holds. */
  void openToDistributionsOfTheAccount() {
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
            .actions(List.of("s3:GetObject"))
            .resources(List.of(bucket.arnForObjects("*")))
            .conditions(Map.of("StringEquals", Map.of("AWS:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
  }

  private static void explainLibrary(Stack stack) {
    var copier = "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C";
    Explained.library(
        stack,
        copier,
        "IAM4",
        "The function that copies files belongs to the construct library; it logs and no more.");
    Explained.library(
        stack,
        copier,
        "IAM5",
        "The library's function reads the bucket of assets and writes this bucket, file by file.");
    Explained.library(
        stack, copier, "L1", "The construct library chooses the runtime of its own function.");
  }
}
