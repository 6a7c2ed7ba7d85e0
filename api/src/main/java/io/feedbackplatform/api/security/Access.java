package io.feedbackplatform.api.security;

/** Who may come through a door. */
enum Access {
  /** Anyone. */
  ANYONE,
  /** Pages with a site key. */
  SITE,
  /** People with an access token, of whatever tenant or none. */
  PERSON,
  /** Members of a tenant, whatever their role. */
  VIEWER,
  /** Members of a tenant who manage it: administrators and owners. */
  ADMIN,
  /** The Web Adapter around a snapshot; for everybody else the door does not exist. */
  SNAPSTART
}
