package io.feedbackplatform.api.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; without {@code lastKey} it is the last one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedbackList")
record FeedbackListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<FeedbackResponse> items,
    @Nullable String lastKey) {}
