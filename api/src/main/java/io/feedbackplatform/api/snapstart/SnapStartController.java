package io.feedbackplatform.api.snapstart;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the Lambda Web Adapter calls around a snapshot. Not in the description of the API, since
 * nobody outside can call it: for them these addresses do not exist.
 *
 * @see <a href="https://aws.github.io/aws-lambda-web-adapter/features/snapstart.html">the adapter's
 *     side of it</a>
 */
@Hidden
@RestController
@RequestMapping("/snapstart")
class SnapStartController {

  private static final Logger LOG = LoggerFactory.getLogger(SnapStartController.class);

  private final List<SnapshotPart> parts;

  SnapStartController(List<SnapshotPart> parts) {
    this.parts = parts;
  }

  @PostMapping("/before-checkpoint")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void beforeCheckpoint() {
    parts.forEach(SnapStartController::prime);
    parts.forEach(SnapshotPart::renew);
  }

  @PostMapping("/after-restore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void afterRestore() {
    parts.forEach(SnapshotPart::renew);
  }

  /** A snapshot that is less ready is better than a release that fails on somebody's outage. */
  private static void prime(SnapshotPart part) {
    try {
      part.prime();
    } catch (RuntimeException unready) {
      LOG.atWarn()
          .addKeyValue("part", part.getClass().getSimpleName())
          .addKeyValue("cause", unready.toString())
          .log("Not ready for the snapshot");
    }
  }
}
