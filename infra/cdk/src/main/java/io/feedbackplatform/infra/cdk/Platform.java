package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** All stacks of an installation, and who is told what of whom. */
public final class Platform {

  private final List<Stack> stacks = new ArrayList<>();

  private Platform() {}

  /** Makes the stacks in the app. */
  static Platform on(App app, Installation installation, Packages packages) {
    var platform = new Platform();
    var home = Place.home(installation);
    var data = platform.add(new DataStack(app, home));
    platform.add(new IdentityStack(app, home));
    platform.add(new WorkersStack(app, home, data, packages));
    var edge = platform.add(new EdgeStack(app, home));
    platform.add(new WidgetStack(app, home, edge, packages.widget()));
    platform.add(new BackupStack(app, home, data.tables()));
    if (installation.secondRegion() != null) {
      var second = home.in(installation.secondRegion());
      platform.add(new WidgetStandbyStack(app, second, packages.widget()));
    }
    return platform;
  }

  /** Every stack, those of the second region last. */
  List<Stack> stacks() {
    return List.copyOf(stacks);
  }

  /** The stack with this name. */
  Stack stack(String name) {
    return stacks.stream()
        .filter(stack -> stack.getStackName().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no stack " + name));
  }

  private <S extends Stack> S add(S stack) {
    stacks.add(stack);
    return stack;
  }
}
