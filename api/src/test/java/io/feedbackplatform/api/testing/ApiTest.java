package io.feedbackplatform.api.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole application on storage in the heap, without a server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    properties = {
      "FEEDBACK_TABLE_NAME=feedback-test",
      "ANALYTICS_TABLE_NAME=analytics-test",
      "TENANTS_TABLE_NAME=tenants-test",
      "AWS_REGION=eu-central-1",
      "AWS_LAMBDA_FUNCTION_NAME=feedback-api",
      "FEEDBACK_ISSUER_URI=" + HeapWorld.ISSUER,
      "FEEDBACK_CLIENT_IDS=other-client, " + TestIssuer.CLIENT_ID,
      "FEEDBACK_CURSOR_SECRET=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "FEEDBACK_KEY_PEPPER=cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=",
      "FEEDBACK_PLANS=" + PlentyOfRequests.PLANS,
      "FEEDBACK_PUBLIC_URL=https://api.example/prod/",
      "logging.level.io.feedbackplatform.api.request=warn",
      "springdoc.api-docs.version=openapi_3_1",
      "springdoc.writer-with-order-by-keys=true"
    })
@AutoConfigureMockMvc
@Import(HeapWorld.class)
public @interface ApiTest {}
