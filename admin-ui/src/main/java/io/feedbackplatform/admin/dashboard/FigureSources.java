package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.spring.annotation.UIScope;
import io.feedbackplatform.admin.api.FiguresClient;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.api.SitesClient;
import io.feedbackplatform.admin.workspace.Workspace;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the dashboard's figures come from. */
@Component
@UIScope
class FigureSources {
  private final FiguresClient figures;
  private final SitesClient sites;
  private final Workspace workspace;

  FigureSources(FiguresClient figures, SitesClient sites, Workspace workspace) {
    this.figures = figures;
    this.sites = sites;
    this.workspace = workspace;
  }

  /** The tenant's sites, by name. */
  List<Site> sites() {
    return sites.list(workspace.caller());
  }

  /** Begins to read what was chosen. */
  Reading begin(Choice choice) {
    return new Reading(figures, workspace::caller, choice);
  }
}
