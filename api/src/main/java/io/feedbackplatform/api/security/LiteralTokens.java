package io.feedbackplatform.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens as they are written. The library's reader passes over padding, unused bits and
 * foreign letters in a signature, so that one token had many spellings (RFC 7515, 2, knows one),
 * and takes the number 5 for the subject "5".
 */
final class LiteralTokens extends DefaultJWTProcessor<SecurityContext> {

  @Override
  public JWTClaimsSet process(SignedJWT token, @Nullable SecurityContext context)
      throws BadJOSEException, JOSEException {
    var signature = token.getSignature();
    if (!Base64URL.encode(signature.decode()).equals(signature)) {
      throw new BadJWTException("The signature is not in base64url");
    }
    var claims = super.process(token, context);
    var content = token.getPayload().toJSONObject();
    if (content == null || !(content.get("sub") instanceof String)) {
      throw new BadJWTException("The subject is no text");
    }
    return claims;
  }
}
