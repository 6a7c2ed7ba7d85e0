package io.feedbackplatform.api.openapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;

/** What the description says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Feedback platform",
            version = "1",
            description =
                "Takes feedback from the pages of customers' sites and shows it to their teams. Errors are"
                    + " application/problem+json (RFC 9457) with a stable code and a sentence that tells"
                    + " how to mend them. A breaking change gets a new value of the API-Version header."),
    servers = @Server(url = "/"))
@SecurityScheme(
    name = "site",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "X-Site-Key",
    description = "The publishable key of a site.")
@SecurityScheme(
    name = "member",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description =
        "The access token of a member; X-Tenant-Id names the tenant if there are several.")
@SecurityScheme(
    name = "operator",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The access token of somebody in the group 'platform-operators'.")
@SecurityScheme(
    name = "apiKey",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "fbk_live_...",
    description =
        "A partner's secret key. It opens what its scopes name: feedback:read, feedback:write,"
            + " feedback:manage, analytics:read.")
class ApiDescription {}
