package io.feedbackplatform.api.audit;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.paging.Cursors;
import io.feedbackplatform.api.paging.Limit;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/audit")
@Tag(name = "audit")
class AuditController {

  private static final String LINES = "application/x-ndjson";

  /** What a cursor of the list is bound to. */
  private static final String LIST = "audit";

  private final Audit audit;
  private final Cursors cursors;
  private final AuditExport export;

  AuditController(Storage storage, ApiSettings settings, JsonMapper json) {
    this.audit = storage.audit();
    this.cursors = new Cursors(settings.cursorSecret());
    this.export = new AuditExport(audit, json);
  }

  @Operation(
      operationId = "listAudit",
      summary = "Who changed what, newest first",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  AuditListResponse list(
      @AuthenticationPrincipal MemberCaller caller,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit,
      @Parameter(description = "The lastKey of the page before; opaque.")
          @RequestParam(required = false)
          @Nullable String lastKey) {
    var tenant = caller.tenant();
    var before =
        lastKey == null ? null : cursors.read(tenant, LIST, lastKey).getLeastSignificantBits();
    var page = audit.list(tenant, Limit.parse(limit), before);
    var items = page.items().stream().map(entry -> AuditEntryResponse.of(tenant, entry)).toList();
    var next = page.next() == null ? null : cursors.write(tenant, LIST, new UUID(0, page.next()));
    return new AuditListResponse(items, next);
  }

  @Operation(
      operationId = "exportAudit",
      summary = "The chain, oldest first, one entry a line",
      description =
          "Each entry holds all that its hash is made of, so that the chain can be checked apart from"
              + " the platform. The last line is none: it says how many entries came before it, and the"
              + " head of the whole chain, as {\"count\": 2, \"head\": {\"sequence\": 2, \"hash\":"
              + " \"...\"}}. An export without it was cut off. Where it has 'next', ask for the rest with"
              + " 'from' as that says.",
      security = @SecurityRequirement(name = "member"))
  @ApiResponse(
      responseCode = "200",
      description = "An AuditEntry a line, and a last line with count, next and head.",
      content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
  @NamesTenant
  @GetMapping(path = "/export", produces = LINES)
  void export(
      @AuthenticationPrincipal MemberCaller caller,
      @Parameter(
              description = "The sequence of the first entry that is wanted.",
              schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
          @RequestParam(defaultValue = "1")
          String from,
      @Parameter(
              description = "How many entries are wanted; an answer has room for no more.",
              schema =
                  @Schema(
                      type = "integer",
                      minimum = "1",
                      maximum = "" + AuditExport.MOST,
                      defaultValue = "" + AuditExport.MOST))
          @RequestParam(defaultValue = "" + AuditExport.MOST)
          String limit,
      HttpServletResponse response)
      throws IOException {
    var first = number("from", from, Long.MAX_VALUE);
    var most = number("limit", limit, AuditExport.MOST);
    response.setContentType(LINES);
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
    export.write(caller.tenant(), first, most, response.getOutputStream());
  }

  private static long number(String name, String text, long most) {
    long number = text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    if (number < 1 || number > most) {
      throw new DomainException.InvalidInput(
          List.of(
              new Violation(
                  name,
                  "out_of_range",
                  "Send a whole number from 1"
                      + (most == Long.MAX_VALUE ? "." : " to " + most + "."))));
    }
    return number;
  }
}
