import { LAUNCHER, RETRY } from './strings';
import type { Form, createForm } from './form';
import css from './launcher.css?inline';

/** What a page may call. None of it ever throws, and calling twice is the same as calling once. */
export interface FeedbackWidget {
  open(): void;
  close(): void;
  /** Takes the widget out of the page: elements, listeners, running requests, `window.FeedbackWidget`. */
  remove(): void;
}

declare global {
  interface Window {
    FeedbackWidget?: FeedbackWidget;
  }
}

export type FormModule = { createForm: typeof createForm };

/** Puts the launcher on the page when the browser is idle; `importForm` is called at the first sign that a visitor wants the form. */
export function start(script: HTMLScriptElement, importForm: (url: string) => Promise<FormModule>): void {
  // A named element (<a id="FeedbackWidget">) is no widget.
  if (typeof window.FeedbackWidget?.open == 'function') return;
  const { siteKey, api, locale, label: text = LAUNCHER, nonce } = script.dataset;
  const warn = (detail: string): void => console.warn(`Feedback widget: ${detail}`);
  if (!siteKey) return warn('data-site-key is missing.');

  const natives = { fetch, setTimeout, clearTimeout };
  const formUrl = new URL(FORM_FILE, script.src).href;
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = document.createElement('button');
  const label = document.createElement('span');
  let form: Promise<Form> | undefined;
  let wanted = false;
  let removed = false;

  // Not into the body: frameworks replace its content, and an image named "body" hides it.
  const mount = (): void => {
    if (!removed && !host.isConnected) document.documentElement.append(host);
  };

  // import() knows no integrity; a preload does, and the import is made only after it has passed.
  const verify = (): Promise<unknown> =>
    new Promise((passed, failed) => {
      const link = document.createElement('link');
      if (!link.relList.supports('modulepreload')) return passed(0);
      link.rel = 'modulepreload';
      link.integrity = FORM_INTEGRITY;
      link.nonce = nonce || script.nonce;
      link.onload = passed;
      link.onerror = failed;
      link.href = formUrl;
      host.append(link);
    });

  const load = (): Promise<Form> =>
    (form ??= verify()
      .then(() => importForm(formUrl))
      .then((module) => {
        label.textContent = text;
        return module.createForm({ root, launcher, label, locale, connection: { api: api ?? new URL(formUrl).origin + '/prod', siteKey, natives, warn } });
      })
      .catch((error) => {
        form = undefined;
        warn(`${formUrl} could not be loaded.`);
        throw error;
      }));

  const prefetch = (): void => void load().catch(() => {});

  const open = (): void => {
    if (removed) return;
    mount();
    wanted = true;
    load().then(
      (loaded) => wanted && loaded.open(),
      () => (label.textContent = RETRY),
    );
  };

  const close = (): void => {
    wanted = false;
    form?.then((loaded) => loaded.close(), () => {});
  };

  const widget: FeedbackWidget = {
    open,
    close,
    remove() {
      removed = true;
      wanted = false;
      form?.then((loaded) => loaded.remove(), () => {});
      document.removeEventListener('DOMContentLoaded', whenIdle);
      host.remove();
      if (window.FeedbackWidget === widget) delete window.FeedbackWidget;
    },
  };

  const whenIdle = (): unknown => (window.requestIdleCallback ?? setTimeout)(mount, { timeout: 2000 } as never);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  label.textContent = text;
  launcher.type = 'button';
  launcher.className = 'button icon';
  launcher.setAttribute('aria-haspopup', 'dialog');
  launcher.append(label);
  launcher.onpointerenter = launcher.onfocus = prefetch;
  launcher.onclick = open;
  root.append(launcher);

  window.FeedbackWidget = widget;
  if (document.readyState == 'loading') document.addEventListener('DOMContentLoaded', whenIdle);
  else whenIdle();
}
