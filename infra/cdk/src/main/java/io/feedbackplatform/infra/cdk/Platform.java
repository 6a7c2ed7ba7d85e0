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
    var edge = platform.add(new EdgeStack(app, home));
    var data = platform.add(new DataStack(app, home));
    var identity = platform.add(new IdentityStack(app, home)).identity();
    var ops = platform.add(new OpsStack(app, home, packages)).ops();
    var api = platform.add(new ApiStack(app, home, edge, data, identity, ops, packages));
    api.addDependency(data);
    platform.add(new WorkersStack(app, home, data, packages));
    platform.add(new WidgetStack(app, home, edge, packages.widget()));
    platform.add(new BackupStack(app, home, data.tables()));
    if (installation.secondRegion() != null) {
      var second = home.in(installation.secondRegion());
      var secondOps = platform.add(new OpsStack(app, second, packages)).ops();
      // After the first: the replicas of the tables and of the entrance's key are its work.
      platform
          .add(new ApiStack(app, second, edge, data, identity, secondOps, packages))
          .addDependency(api);
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
