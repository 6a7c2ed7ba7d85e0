package io.feedbackplatform.api.member;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the header by which a member of several tenants says which one is meant. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "X-Tenant-Id",
    in = ParameterIn.HEADER,
    description = "Which of the caller's tenants is meant; needed when there are several.",
    schema = @Schema(type = "string", pattern = "^[0-9A-HJKMNP-TV-Z]{26}$"))
public @interface NamesTenant {}
