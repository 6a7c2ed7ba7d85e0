package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.kinesisfirehose.CloudWatchLogProcessor;
import software.amazon.awscdk.services.kinesisfirehose.CloudWatchLogProcessorOptions;
import software.amazon.awscdk.services.kinesisfirehose.Compression;
import software.amazon.awscdk.services.kinesisfirehose.DecompressionProcessor;
import software.amazon.awscdk.services.kinesisfirehose.DeliveryStream;
import software.amazon.awscdk.services.kinesisfirehose.DisableLogging;
import software.amazon.awscdk.services.kinesisfirehose.S3Bucket;
import software.amazon.awscdk.services.kinesisfirehose.S3BucketProps;
import software.amazon.awscdk.services.kinesisfirehose.StreamEncryption;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.SubscriptionFilter;
import software.amazon.awscdk.services.logs.destinations.FirehoseDestination;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** A year of everything that is logged, as compressed lines in a bucket. */
final class LogArchive extends Construct {

  LogArchive(Construct scope, String id, Map<String, ILogGroup> logs) {
    super(scope, id);
    var bucket =
        Bucket.Builder.create(this, "Bucket")
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .serverAccessLogsBucket(LogBucket.in(this))
            .serverAccessLogsPrefix("archive/")
            .lifecycleRules(List.of(LifecycleRule.builder().expiration(LogBucket.KEPT).build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    var stream =
        DeliveryStream.Builder.create(this, "Stream")
            .encryption(StreamEncryption.awsOwnedKey())
            .destination(
                new S3Bucket(
                    bucket,
                    S3BucketProps.builder()
                        .dataOutputPrefix("logs/!{timestamp:yyyy/MM/dd}/")
                        .errorOutputPrefix("failed/!{firehose:error-output-type}/")
                        .fileExtension(".jsonl.gz")
                        .bufferingInterval(Duration.minutes(15))
                        .bufferingSize(Size.mebibytes(64))
                        // CloudWatch sends envelopes that are compressed; kept are the lines.
                        .processors(
                            List.of(
                                new DecompressionProcessor(),
                                new CloudWatchLogProcessor(
                                    CloudWatchLogProcessorOptions.builder()
                                        .dataMessageExtraction(true)
                                        .build())))
                        .compression(Compression.GZIP)
                        .loggingConfig(new DisableLogging())
                        .build()))
            .build();
    Explained.finding(
        stream, "IAM5", "Objects get names when they are written, all in the archive's bucket.");
    var destination = new FirehoseDestination(stream);
    logs.forEach((name, log) ->
        SubscriptionFilter.Builder.create(this, name)
            .logGroup(log)
            .destination(destination)
            .filterPattern(FilterPattern.allEvents())
            .build());
  }
}
