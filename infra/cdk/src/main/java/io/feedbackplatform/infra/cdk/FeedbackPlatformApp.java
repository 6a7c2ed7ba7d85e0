package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.App;

/**
 * Entry point of {@code cdk synth}; the stage comes from the context, as in {@code --context
 * stage=prod}.
 */
public final class FeedbackPlatformApp {

  private FeedbackPlatformApp() {}

  public static void main(String[] arguments) {
    var app = new App();
    var stage = Stage.fromContext(app.getNode());
    new DataStack(app, stage);
    app.synth();
  }
}
