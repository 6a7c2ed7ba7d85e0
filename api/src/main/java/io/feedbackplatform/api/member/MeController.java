package io.feedbackplatform.api.member;

import io.feedbackplatform.api.member.MeResponse.OwnTenant;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "me")
class MeController {

  private final Storage storage;

  MeController(Storage storage) {
    this.storage = storage;
  }

  @Operation(
      operationId = "getMe",
      summary = "Who the caller is, and for which tenants they may act",
      security = @SecurityRequirement(name = "member"))
  @GetMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
  MeResponse me(@Parameter(hidden = true) JwtAuthenticationToken caller) {
    var user = new UserId(caller.getName());
    var tenants =
        storage.members().ofUser(user).stream()
            .flatMap(membership ->
                storage.tenants().find(membership.tenant()).stream()
                    .map(tenant -> OwnTenant.of(tenant, membership.role())))
            .toList();
    var username = caller.getToken().getClaimAsString("username");
    return new MeResponse(user.value(), username == null ? user.value() : username, tenants);
  }
}
