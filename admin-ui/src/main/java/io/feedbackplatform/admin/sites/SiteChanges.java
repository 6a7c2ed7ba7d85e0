package io.feedbackplatform.admin.sites;

import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.api.SiteKey;
import io.feedbackplatform.admin.api.SitesClient;
import io.feedbackplatform.admin.look.OverlapDialog;
import io.feedbackplatform.admin.look.Question;
import io.feedbackplatform.admin.look.Toast;
import io.feedbackplatform.admin.workspace.Acting;

/** What somebody can do to a site: asks first where it matters, and says what became of it. */
final class SiteChanges {
  private final Acting act;
  private final SitesClient api;

  SiteChanges(Acting act, SitesClient api) {
    this.act = act;
    this.api = api;
  }

  void edit(Site site) {
    SiteDialog[] dialog = new SiteDialog[1];
    dialog[0] =
        SiteDialog.of(
            site,
            wish ->
                act.ask(
                    caller -> api.change(caller, site.siteId(), wish),
                    changed -> {
                      dialog[0].close();
                      Toast.say("Saved. Pages may take up to a minute to follow.");
                    },
                    dialog[0]::refused));
    dialog[0].open();
  }

  void addKey(String siteId) {
    act.ask(
        caller -> api.createKey(caller, siteId),
        key -> Toast.say("The new key is ready, and in the tag."),
        act::refused);
  }

  void rotate(String siteId, SiteKey key) {
    new OverlapDialog(
            "Replace this key?",
            "The site gets a new key. Until the present one ends, both work: put the new tag on"
                + " your pages meanwhile.",
            "The present key works for",
            "Make new key",
            hours ->
                act.ask(
                    caller -> api.rotateKey(caller, siteId, key.siteKey(), hours),
                    fresh -> Toast.say("The new key is ready, and in the tag."),
                    act::refused))
        .open();
  }

  void end(String siteId, SiteKey key) {
    new Question(
            "End this key?",
            "Pages that send it are refused within seconds. It cannot be brought back.",
            "End key",
            () ->
                act.ask(
                    caller -> Acting.done(() -> api.endKey(caller, siteId, key.siteKey())),
                    done -> Toast.say("The key is ended."),
                    act::refused))
        .open();
  }
}
