package io.feedbackplatform.admin.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Member;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everybody of the team, with what the one who looks may do about each. */
final class MemberList extends UnorderedList {
  private final BiConsumer<Member, String> changeRole;
  private final Consumer<Member> remove;

  MemberList(BiConsumer<Member, String> changeRole, Consumer<Member> remove) {
    this.changeRole = changeRole;
    this.remove = remove;
    addClassName("rows");
  }

  void show(TeamState team) {
    removeAll();
    team.members().forEach(member -> add(row(team, member)));
  }

  /** A name to recognise somebody by. */
  static String name(Member member) {
    String email = member.invitedAs();
    return email == null
        ? "Member " + member.userId().substring(0, Math.min(8, member.userId().length()))
        : email;
  }

  private Row row(TeamState team, Member member) {
    boolean self = member.userId().equals(team.userId());
    String name = name(member);
    var end = new ArrayList<Component>();
    end.add(team.mayManage(member.role()) ? roleOf(team, member) : role(member));
    if (self || team.mayManage(member.role())) {
      end.add(removal(member, self));
    }
    Avatar mark = new Avatar(name);
    mark.getElement().setAttribute("aria-hidden", "true");
    Div since = new Div(new Span("Joined "), new Moment(member.since()));
    since.addClassName("row-below");
    return new Row(mark, self ? name + " (you)" : name, since, end.toArray(Component[]::new));
  }

  private static Span role(Member member) {
    Span chip = new Span(Roles.word(member.role()));
    chip.addClassName("chip");
    return chip;
  }

  private Select<String> roleOf(TeamState team, Member member) {
    Select<String> select = new Select<>();
    select.setItems(team.givable());
    select.setItemLabelGenerator(Roles::word);
    select.setValue(member.role());
    select.setAriaLabel("Role of " + name(member));
    select.addClassName("role");
    select.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changeRole.accept(member, change.getValue());
      }
    });
    return select;
  }

  private Button removal(Member member, boolean self) {
    Button button = new Button(self ? Symbol.LEAVE.icon() : Symbol.BIN.icon());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(self ? "Leave the team" : "Remove " + name(member));
    button.setTooltipText(self ? "Leave the team" : "Remove");
    button.addClickListener(click -> remove.accept(member));
    return button;
  }
}
