import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { start, type FormModule } from '../src/launcher';

const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('aside')];
const launcher = (): HTMLButtonElement => hosts()[0]!.shadowRoot!.querySelector('button')!;

function tag(attributes: Record<string, string> = { siteKey: 'fbpk_site' }): HTMLScriptElement {
  const script = document.createElement('script');
  Object.defineProperty(script, 'src', { value: 'https://cdn.example/widget/v1/widget.js' });
  Object.assign(script.dataset, attributes);
  return script;
}

function formModule() {
  const form = { open: vi.fn(), close: vi.fn(), remove: vi.fn() };
  const createForm = vi.fn(() => form);
  const importForm = vi.fn(async (_url: string) => ({ createForm }) as unknown as FormModule);
  return { form, createForm, importForm };
}

const mounted = (): Promise<void> => vi.waitFor(() => expect(hosts()).toHaveLength(1));

/** The preload's verdict, which no test environment gives. */
const preloads = { verdict: 'load' as 'load' | 'error', links: [] as HTMLLinkElement[] };

beforeEach(() => {
  preloads.verdict = 'load';
  preloads.links = [];
  vi.stubGlobal('fetch', vi.fn());
  const append = HTMLElement.prototype.append;
  vi.spyOn(HTMLElement.prototype, 'append').mockImplementation(function (this: HTMLElement, ...nodes) {
    append.apply(this, nodes);
    for (const node of nodes) {
      if (!(node instanceof HTMLLinkElement)) continue;
      preloads.links.push(node);
      queueMicrotask(() => node.dispatchEvent(new Event(preloads.verdict)));
    }
  });
  vi.spyOn(Object.getPrototypeOf(document.createElement('link').relList), 'supports').mockReturnValue(true);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  window.FeedbackWidget?.remove();
  vi.unstubAllGlobals();
});

describe('the launcher', () => {
  it('appears by itself and asks for nothing', async () => {
    const { importForm } = formModule();
    start(tag(), importForm);
    await mounted();

    expect(launcher().textContent).toBe('Feedback');
    expect(importForm).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
    expect(preloads.links).toEqual([]);
  });

  it('is there once although the tag is there twice', async () => {
    const { importForm } = formModule();
    start(tag(), importForm);
    const widget = window.FeedbackWidget;
    start(tag(), importForm);
    await mounted();

    expect(window.FeedbackWidget).toBe(widget);
    expect(hosts()).toHaveLength(1);
  });

  it('is not kept away by an element with the name of the widget', async () => {
    (window as unknown as Record<string, unknown>).FeedbackWidget = document.createElement('a');
    start(tag(), formModule().importForm);

    await mounted();
  });

  it('stays away without a site key and says so', () => {
    start(tag({}), formModule().importForm);

    expect(window.FeedbackWidget).toBeUndefined();
    expect(console.warn).toHaveBeenCalledWith('Feedback widget: data-site-key is missing.');
  });

  it('fetches the form once, at the first sign of interest', async () => {
    const { importForm, form } = formModule();
    start(tag(), importForm);
    await mounted();

    launcher().dispatchEvent(new Event('pointerenter'));
    await vi.waitFor(() => expect(importForm).toHaveBeenCalledTimes(1));
    expect(form.open).not.toHaveBeenCalled();
    launcher().click();
    launcher().click();

    await vi.waitFor(() => expect(form.open).toHaveBeenCalled());
    expect(importForm.mock.calls).toEqual([['https://cdn.example/widget/v1/form-test.js']]);
  });

  it('hands over site key, locale and the API beside its own origin', async () => {
    const { importForm, createForm } = formModule();
    start(tag({ siteKey: 'fbpk_a', locale: 'nl' }), importForm);
    window.FeedbackWidget!.open();

    await vi.waitFor(() => expect(createForm).toHaveBeenCalled());
    expect(createForm.mock.calls[0]).toMatchObject([{ locale: 'nl', connection: { siteKey: 'fbpk_a', api: 'https://cdn.example/prod' } }]);
  });

  it('hands over the API of its own tag and fetch as it was at the start', async () => {
    const { importForm, createForm } = formModule();
    const original = fetch;
    start(tag({ siteKey: 'fbpk_a', api: 'https://api.example/v' }), importForm);
    vi.stubGlobal('fetch', () => {
      throw new Error('hostile');
    });
    window.FeedbackWidget!.open();

    await vi.waitFor(() => expect(createForm).toHaveBeenCalled());
    expect(createForm.mock.calls[0]).toMatchObject([{ connection: { api: 'https://api.example/v', natives: { fetch: original } } }]);
  });
});

describe('the form file', () => {
  it('is imported only after it has passed its integrity check', async () => {
    const { importForm } = formModule();
    start(tag({ siteKey: 'fbpk_a', nonce: 'n0' }), importForm);
    preloads.verdict = 'error';
    window.FeedbackWidget!.open();

    await vi.waitFor(() => expect(launcher().textContent).toBe('Try again'));
    expect(importForm).not.toHaveBeenCalled();
    expect(preloads.links[0]).toMatchObject({ rel: 'modulepreload', integrity: 'sha384-test', nonce: 'n0' });

    preloads.verdict = 'load';
    launcher().click();
    await vi.waitFor(() => expect(importForm).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(launcher().textContent).toBe('Feedback'));
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it('may be missing: the page hears nothing and a later click tries again', async () => {
    const { importForm, form } = formModule();
    importForm.mockRejectedValueOnce(new TypeError('404'));
    start(tag(), importForm);
    window.FeedbackWidget!.open();
    await vi.waitFor(() => expect(launcher().textContent).toBe('Try again'));

    launcher().click();

    await vi.waitFor(() => expect(form.open).toHaveBeenCalled());
  });
});

describe('window.FeedbackWidget', () => {
  it('does not open what was closed while it was loading', async () => {
    const { importForm, form } = formModule();
    start(tag(), importForm);
    window.FeedbackWidget!.open();
    window.FeedbackWidget!.close();

    await vi.waitFor(() => expect(form.close).toHaveBeenCalled());
    expect(form.open).not.toHaveBeenCalled();
  });

  it('leaves nothing behind when it removes itself', async () => {
    const before = document.documentElement.outerHTML;
    const names = Object.getOwnPropertyNames(window);
    const { importForm, form } = formModule();
    start(tag(), importForm);
    const widget = window.FeedbackWidget!;
    widget.open();
    await vi.waitFor(() => expect(form.open).toHaveBeenCalled());
    expect(document.documentElement.outerHTML).not.toBe(before);

    widget.remove();

    await vi.waitFor(() => expect(form.remove).toHaveBeenCalledTimes(1));
    expect(document.documentElement.outerHTML).toBe(before);
    expect(Object.getOwnPropertyNames(window)).toEqual(names);
    widget.open();
    widget.close();
    expect(hosts()).toHaveLength(0);
  });

  it('never appears if it is removed before the page is ready', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    start(tag(), formModule().importForm);
    window.FeedbackWidget!.remove();
    const idle = vi.fn();
    vi.stubGlobal('requestIdleCallback', idle);
    document.dispatchEvent(new Event('DOMContentLoaded'));

    expect(idle).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(0);
  });

  it('may come back after it was removed', async () => {
    start(tag(), formModule().importForm);
    window.FeedbackWidget!.remove();
    start(tag(), formModule().importForm);

    await mounted();
  });
});
