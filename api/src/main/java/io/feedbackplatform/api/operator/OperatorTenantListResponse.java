package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the list; without {@code lastKey} it is the last one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OperatorTenantList")
record OperatorTenantListResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<OperatorTenantResponse> items,
    @Nullable String lastKey) {}
