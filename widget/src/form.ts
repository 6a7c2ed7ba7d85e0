import { themeCss } from './theme';
import { detailOf, exchange, pause, sender, type Check, type Connection, type Feedback, type Outcome } from './send';
import { DEFAULTS, withOverrides, type Strings } from './strings';
import { createView, FIELDS, SCALES, type Field, type Question } from './view';
import { prover } from './work';
import css from './form.css?inline';

/** What the launcher hands over. */
export interface FormHost {
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  label: HTMLElement;
  locale: string | undefined;
  connection: Connection;
}

export interface Form {
  open(): void;
  close(): void;
  remove(): void;
}

/** The form opens with its defaults when the configuration takes longer; it is applied when it comes. */
const WAIT_FOR_CONFIG_MS = 300;
const MESSAGE_LENGTH = 5000;
const COUNT_FROM = 500;

/** Makes the dialog of one launcher. Nothing is requested or shown before `open`. */
export function createForm({ root, launcher, label, locale, connection }: FormHost): Form {
  const { dialog, form, fields, controls, trap, asked, chosen, counter, errors, alert, status, submit, title, thanks, done, ...view } = createView();
  const cancel = new AbortController();
  const proof = prover(connection, cancel.signal);
  const send = sender(connection, cancel.signal, proof);
  let strings: Strings = DEFAULTS;
  let config: Promise<void> | undefined;
  let openedFrom: Element | null;
  let page: string | undefined;
  let openedAt = 0;
  let told = false;
  let counted = false;
  let asks = false;
  let opening = false;
  let sending = false;
  let failed = false;
  let pressedOutside = false;

  const picked = (): HTMLInputElement | undefined => asked.choices.find((choice) => choice.checked);

  const language = (): string | undefined => {
    try {
      return Intl.getCanonicalLocales(locale || document.documentElement.lang || navigator.language)[0];
    } catch {
      return;
    }
  };

  const show = (): void => {
    view.apply(strings);
    submit.textContent = sending ? strings.sending : failed ? strings.retry : strings.send;
    const choice = picked();
    const value = choice ? +choice.value : -1;
    for (const { value: own, parentElement } of asked.choices) parentElement!.classList.toggle('on', asked.question == 'rating' ? +own <= value : +own == value);
    chosen.textContent = view.word(strings, value);
    const left = MESSAGE_LENGTH - controls.message.value.length;
    counter.textContent = left > COUNT_FROM ? '' : strings.charactersLeft.replace('{n}', `${left}`);
  };

  const mark = (field: Field, error: string): void => {
    errors[field].textContent = error;
    controls[field].setAttribute('aria-invalid', `${!!error}`);
  };

  const focusOn = (field: Field): void => (field == 'rating' ? (picked() ?? asked.choices[0]!) : controls[field]).focus();

  const refuse = (field: Field, error: string): void => {
    mark(field, error);
    focusOn(field);
  };

  const loadConfig = async (): Promise<void> => {
    try {
      const answer = await exchange(connection, '/widget/config', cancel.signal);
      if (answer.status != 200) throw detailOf(answer);
      const { strings: overrides, theme, challenge, question } = answer.body!;
      asks = challenge == 'proof_of_work';
      if (asks) proof.begin();
      strings = withOverrides(overrides);
      if (strings.title != DEFAULTS.title) dialog.lang = language() ?? '';
      if (strings.launcher != DEFAULTS.launcher) label.textContent = strings.launcher;
      look.replaceSync(themeCss(theme ?? {}));
      if (question != asked.question && Object.hasOwn(SCALES, question as string) && !picked()) {
        // What comes late must not take away an answer, nor the focus.
        const held = view.group.contains(root.activeElement);
        view.ask(question as Question);
        if (held) focusOn('rating');
      }
      show();
    } catch (error) {
      // The defaults do; the next opening asks again.
      config = undefined;
      connection.warn(`${error}`);
    }
  };

  /** Once a page view, and nobody waits for it: without an answer this form is in no response rate. */
  const tellOpened = async (): Promise<void> => {
    const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
    if (told || doNotTrack == '1' || globalPrivacyControl) return;
    told = true;
    try {
      counted = (await exchange(connection, '/feedback/opened', cancel.signal, {})).status == 204;
    } catch {
      // Nor is anything tried again.
    }
  };

  const read = (): Feedback => {
    const feedback: Record<string, unknown> = { page, locale: language() };
    for (const [field, value] of new FormData(form)) {
      const text = (value as string).trim();
      if (text && field != trap.name) {
        if (field == 'rating') feedback[asked.question] = +text;
        else feedback[field] = text;
      }
    }
    return feedback;
  };

  const showThanks = (sent: boolean): void => {
    form.hidden = title.hidden = sent;
    thanks.hidden = !sent;
    status.textContent = '';
  };

  const settle = (outcome: Outcome): void => {
    const { kind } = outcome;
    failed = kind == 'failed' || kind == 'notSetUp';
    showThanks(kind == 'sent');
    if (kind == 'sent') {
      status.textContent = strings.thanks;
      done.focus();
    } else if (kind != 'invalid') alert.textContent = strings[kind];
    else {
      alert.textContent = strings.invalid;
      for (const { field, message } of outcome.errors.reverse()) {
        const at = field == asked.question ? 'rating' : field;
        if (Object.hasOwn(controls, at)) refuse(at as Field, message);
        else alert.append(' ' + message);
      }
    }
  };

  const submitOnce = async (): Promise<void> => {
    if (sending) return;
    const feedback = read();
    alert.textContent = '';
    for (const field of FIELDS) mark(field, '');
    if (!picked() && !feedback.message) return refuse('rating', strings.nothingToSend);
    if (!controls.email.validity.valid) return refuse('email', strings.emailInvalid);
    sending = true;
    // Fields that become inert would lose the focus to the page.
    submit.focus();
    fields.inert = true;
    submit.ariaDisabled = 'true';
    status.textContent = strings.sending;
    show();
    const check: Check = { trap: trap.value, openForMs: Math.round(performance.now() - openedAt) };
    if (counted) check.openingCounted = true;
    const outcome = await send(feedback, check, () => (status.textContent = strings.stillSending));
    sending = fields.inert = false;
    submit.ariaDisabled = null;
    if (outcome.kind == 'sent') counted = false;
    settle(outcome);
    show();
  };

  const open = async (): Promise<void> => {
    if (opening || dialog.open) return;
    opening = true;
    if (asks) proof.begin();
    openedFrom = root.activeElement ?? document.activeElement;
    if (form.hidden) {
      form.reset();
      showThanks(false);
      page = undefined;
      openedAt = 0;
    }
    // Feedback is about the page where it was begun; no address may be longer than the API takes.
    page ??= /^http[^?#]*/.exec(location.href)?.[0].slice(0, 2048);
    await Promise.race([(config ??= loadConfig()), pause(connection, WAIT_FOR_CONFIG_MS)]);
    if (opening) {
      show();
      openedAt ||= performance.now();
      dialog.showModal();
      if (sending) submit.focus();
      else focusOn('rating');
      void tellOpened();
    }
    opening = false;
  };

  const close = (): void => {
    opening = false;
    dialog.close();
  };

  form.onsubmit = (event) => {
    event.preventDefault();
    void submitOnce();
  };
  form.oninput = (event) => {
    if (event.target != trap) mark((event.target as HTMLInputElement).name as Field, '');
    show();
  };
  view.close.onclick = done.onclick = close;
  dialog.onclose = () => {
    const back = openedFrom?.isConnected && openedFrom != document.body ? (openedFrom as HTMLElement) : launcher;
    back.focus();
  };
  dialog.onpointerdown = (event) => (pressedOutside = event.target == dialog);
  dialog.onclick = (event) => {
    if (pressedOutside && event.target == dialog) close();
  };
  dialog.onkeydown = (event) => {
    const last = form.hidden ? done : submit;
    const [from, to] = event.shiftKey ? [view.close, last] : [last, view.close];
    if (event.key == 'Escape' && !event.isComposing) close();
    else if (event.key == 'Tab' && root.activeElement == from) to.focus();
    else return;
    event.preventDefault();
  };
  // Shortcuts and focus traps of the page must not react to typing in here: to them it would seem to happen outside of any field.
  for (const type of ['keydown', 'keypress', 'keyup', 'focusin']) dialog.addEventListener(type, (event) => event.stopPropagation());

  const sheet = new CSSStyleSheet();
  const look = new CSSStyleSheet();
  sheet.replaceSync(css);
  look.replaceSync(themeCss({}));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet, look];
  root.append(dialog);

  return {
    open: () => void open(),
    close,
    remove() {
      opening = false;
      cancel.abort();
      dialog.remove();
    },
  };
}
