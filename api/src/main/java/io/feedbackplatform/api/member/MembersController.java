package io.feedbackplatform.api.member;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/members", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "members")
class MembersController {

  private static final int LONGEST_USER_ID = 128;

  private final Members members;

  MembersController(Storage storage) {
    this.members = storage.members();
  }

  @Operation(
      operationId = "listMembers",
      summary = "The team, in the order of joining",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping
  MemberListResponse list(@AuthenticationPrincipal MemberCaller caller) {
    return new MemberListResponse(
        members.list(caller.tenant()).stream().map(MemberResponse::of).toList());
  }

  @Operation(
      operationId = "changeMember",
      summary = "Gives a member another role",
      description =
          "Administrators and owners may, up to their own role. The last owner stays one.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PatchMapping(path = "/{userId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  MemberResponse change(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String userId,
      @RequestBody ChangeMemberRequest change,
      HttpServletRequest request) {
    return MemberResponse.of(
        members.changeRole(caller.tenant(), user(userId), change.role(), caller.actor(request)));
  }

  @Operation(
      operationId = "removeMember",
      summary = "Ends a membership, at once",
      description =
          "Anybody may leave; administrators and owners remove others, up to their own role. The last"
              + " owner stays.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String userId,
      HttpServletRequest request) {
    members.remove(caller.tenant(), user(userId), caller.actor(request));
  }

  private static UserId user(String text) {
    if (text.isBlank() || text.length() > LONGEST_USER_ID) {
      throw new DomainException.NotFound();
    }
    return new UserId(text);
  }
}
