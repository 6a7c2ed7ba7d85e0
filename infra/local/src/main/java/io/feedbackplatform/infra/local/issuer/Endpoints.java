package io.feedbackplatform.infra.local.issuer;

/** The paths of a Cognito user pool and its login domain. */
final class Endpoints {

  static final String DISCOVERY = "/.well-known/openid-configuration";
  static final String KEYS = "/.well-known/jwks.json";
  static final String AUTHORIZE = "/oauth2/authorize";
  static final String TOKEN = "/oauth2/token";
  static final String USER_INFO = "/oauth2/userInfo";
  static final String LOGIN = "/login";
  static final String LOGOUT = "/logout";
  static final String ERROR = "/error";

  private Endpoints() {}
}
