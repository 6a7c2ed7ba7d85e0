package io.feedbackplatform.admin.audit;

import io.feedbackplatform.admin.api.AuditPage.Entry;
import io.feedbackplatform.admin.api.AuditPage.What;
import io.feedbackplatform.admin.api.AuditPage.Who;
import java.util.Map;

/**
 * What an entry of the audit says, to people.
 *
 * @param names of people by their ids, as far as they are known
 */
record Sentence(Map<String, String> names) {

  String of(Entry entry) {
    // What is cut short ends in dots of its own.
    return (who(entry.actor()) + " " + deed(entry)).replace("….", "…");
  }

  String who(Who actor) {
    return switch (actor.kind()) {
      case "person" -> person(actor.id());
      case "api_key" -> "API key " + brief(actor.id());
      case "operator" -> "An operator of the platform";
      case "platform" -> "The platform";
      default -> actor.kind() + " " + brief(actor.id());
    };
  }

  private String deed(Entry entry) {
    String target = target(entry.target());
    return switch (entry.operation()) {
      case "member_added" -> "added " + target + " to the team.";
      case "member_joined" -> "joined the team by invitation.";
      case "member_role_changed" -> "changed the role of " + target + ".";
      case "member_removed" ->
          entry.actor().id().equals(entry.target().id())
              ? "left the team."
              : "removed " + target + " from the team.";
      case "invitation_created" -> "invited somebody (" + target + ").";
      case "invitation_renewed" -> "sent " + target + " again.";
      case "invitation_revoked" -> "revoked " + target + ".";
      case "owner_invited" -> "invited an owner (" + target + ").";
      case "api_key_created" -> "created " + target + ".";
      case "api_key_rotated" -> "gave " + target + " a new secret.";
      case "api_key_revoked" -> "revoked " + target + ".";
      case "site_created" -> "added " + target + ".";
      case "site_changed" -> "changed " + target + ".";
      case "site_key_created" -> "made a key for a site (" + target + ").";
      case "site_key_rotated" -> "replaced " + target + " by a new one.";
      case "site_key_revoked" -> "ended " + target + ".";
      case "feedback_status_changed" -> "moved " + target + " to another status.";
      case "feedback_changed" -> "changed " + target + ".";
      case "tenant_provisioned" -> "set up this tenant.";
      case "tenant_changed" -> "changed this tenant.";
      case "settings_changed" -> "changed the settings of this tenant.";
      case "tenant_suspended" -> "suspended this tenant.";
      case "tenant_reactivated" -> "reactivated this tenant.";
      case "tenant_deletion_scheduled" -> "scheduled the deletion of this tenant.";
      case "tenant_deletion_cancelled" -> "cancelled the deletion of this tenant.";
      case "operator_grant_created" -> "was granted access for a limited time.";
      case "operator_grant_ended" -> "ended an operator's access.";
      // A word that came later is still better than none.
      default -> "did “" + entry.operation().replace('_', ' ') + "” (" + target + ").";
    };
  }

  private String target(What target) {
    return switch (target.kind()) {
      case "member" -> "You".equals(person(target.id())) ? "you" : person(target.id());
      case "invitation" -> "invitation " + brief(target.id());
      case "api_key" -> "API key " + brief(target.id());
      default -> target.kind().replace('_', ' ') + " " + brief(target.id());
    };
  }

  private String person(String id) {
    return names.getOrDefault(id, "Member " + brief(id));
  }

  private static String brief(String id) {
    return id.length() <= 8 ? id : id.substring(0, 8) + "…";
  }
}
