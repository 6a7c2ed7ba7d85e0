package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The packages that were deployed, for 90 days. Lambda keeps a copy of what its versions run; this
 * is for everything else: to look into a version, or to install an old one anew.
 */
final class PackageArchive extends Construct {

  private static final Duration KEPT = Duration.days(90);

  PackageArchive(Construct scope, Place place, List<Path> packages) {
    super(scope, "Packages");
    var bucket =
        Bucket.Builder.create(this, "Bucket")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .expiration(KEPT)
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Explained.finding(
        bucket,
        "S1",
        "Deployments write it and operators read it, both with credentials that CloudTrail records.");
    LogGroup logs = Footing.logs(this, "Logs", "/aws/lambda/" + place.name("archive-packages"));
    BucketDeployment.Builder.create(this, "Copy")
        .destinationBucket(bucket)
        .sources(packages.stream().map(path -> (ISource) Source.asset(path.toString())).toList())
        // A package is named after its content, and those of earlier deployments stay.
        .extract(false)
        .prune(false)
        .retainOnDelete(true)
        .memoryLimit(512)
        .ephemeralStorageSize(Size.gibibytes(1))
        .logGroup(logs)
        .build();
    explainCopier(Stack.of(this));
  }

  private static void explainCopier(Stack stack) {
    var path =
        stack.getNode().findAll().stream()
            .map(construct -> construct.getNode().getPath())
            .filter(found -> found.matches(".*/Custom::CDKBucketDeployment[^/]*"))
            .findFirst()
            .orElseThrow();
    var copier = path.substring(path.indexOf('/') + 1);
    Explained.library(
        stack, copier, "IAM4", "The copying function is the construct library's own.");
    Explained.library(
        stack,
        copier,
        "IAM5",
        "The copying function is the construct library's own: it reads the assets of this stack and writes this bucket.");
    Explained.library(stack, copier, "L1", "The construct library chooses the runtime.");
  }
}
