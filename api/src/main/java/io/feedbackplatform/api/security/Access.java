package io.feedbackplatform.api.security;

/** Who may come through a door. */
enum Access {
  /** Anyone. */
  ANYONE,
  /** Pages with a site key. */
  SITE,
  /** People with an access token, of whatever tenant or none. */
  PERSON,
  /** People who run the platform: those of the group {@value #OPERATORS}. */
  OPERATOR,
  /** Members of a tenant, whatever their role. */
  VIEWER,
  /** Members of a tenant who also triage: agents, administrators and owners. */
  AGENT,
  /** Members of a tenant who manage it: administrators and owners. */
  ADMIN,
  /** The Web Adapter around a snapshot; for everybody else the door does not exist. */
  SNAPSTART;

  /** The Cognito group of the platform's operators. */
  static final String OPERATORS = "platform-operators";
}
