import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createForm, type Form } from '../src/form';
import { connectionTo, created, fakeApi, problem, type Reply } from './api';

let form: Form | undefined;

afterEach(() => {
  form?.remove();
  form = undefined;
  document.body.replaceChildren();
});

async function opened(...replies: Reply[]) {
  const api = fakeApi(...replies);
  return openedOn(api);
}

async function openedOn(api: ReturnType<typeof fakeApi>) {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = document.createElement('button');
  const label = document.createElement('span');
  const warn = vi.fn();
  label.textContent = 'Feedback';
  launcher.append(label);
  root.append(launcher);
  document.body.append(host);
  form = createForm({ root, launcher, label, locale: 'de-ch', connection: connectionTo(api, warn) });
  launcher.focus();
  form.open();
  const one = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;
  const ui = {
    api, root, host, launcher, label, warn,
    dialog: one<HTMLDialogElement>('dialog'),
    message: one<HTMLTextAreaElement>('[name=message]'),
    email: one<HTMLInputElement>('[name=email]'),
    alert: one('[role=alert]'),
    status: one('[role=status]'),
    thanks: one('.thanks'),
    form: one<HTMLFormElement>('form'),
    submit: one<HTMLButtonElement>('form .primary'),
    close: one<HTMLButtonElement>('.close'),
    stars: [...root.querySelectorAll<HTMLInputElement>('[name=rating]')],
    errorOf: (field: string) => one(`#${field}-error`).textContent,
    rate: (stars: number) => {
      ui.stars[stars - 1]!.checked = true;
      ui.stars[stars - 1]!.dispatchEvent(new Event('input', { bubbles: true }));
    },
    type: (into: HTMLInputElement | HTMLTextAreaElement, text: string) => {
      into.value = text;
      into.dispatchEvent(new Event('input', { bubbles: true }));
    },
    send: () => ui.form.dispatchEvent(new Event('submit', { cancelable: true })),
    key: (key: string, more: KeyboardEventInit = {}) =>
      root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more })),
  };
  await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
  return ui;
}

describe('sending', () => {
  it('says thanks only after the server has accepted', async () => {
    let accept!: (response: Response) => void;
    const ui = await opened(new Promise<Response>((resolve) => (accept = resolve)));
    ui.rate(4);
    ui.send();

    await vi.waitFor(() => expect(ui.api.posts).toHaveLength(1));
    expect(ui.thanks.hidden).toBe(true);
    expect(ui.submit.textContent).toBe('Sending…');
    expect(ui.status.textContent).toBe('Sending…');

    accept(created());
    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.form.hidden).toBe(true);
    expect(ui.status.textContent).toBe('Your feedback has arrived.');
    expect(ui.root.activeElement?.textContent).toBe('Done');
  });

  it('sends what was filled in, the page without its query, and the locale', async () => {
    location.href = 'https://shop.example/beans/7?token=secret#reviews';
    const ui = await opened(created());
    ui.rate(5);
    ui.type(ui.message, '  Lovely.  ');
    ui.type(ui.email, 'a@example.com');
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.api.posts[0]!.body).toEqual({
      rating: 5, message: 'Lovely.', email: 'a@example.com', page: 'https://shop.example/beans/7', locale: 'de-CH',
      check: { trap: '', openForMs: expect.any(Number) },
    });
  });

  it('says how long the form was open, and what stands in the field that nobody sees', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const ui = await opened(created());
    now.mockReturnValue(5250.4);
    ui.rate(5);
    ui.type(ui.root.querySelector<HTMLInputElement>('[name=website]')!, 'https://win.example');
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    const { check, ...rest } = ui.api.posts[0]!.body;
    expect(check).toEqual({ trap: 'https://win.example', openForMs: 4250 });
    expect(rest).not.toHaveProperty('website');
    now.mockRestore();
  });

  it('keeps people, screen readers and autofill from the field that nobody sees', async () => {
    const ui = await opened(created());
    const trap = ui.root.querySelector<HTMLInputElement>('[name=website]')!;
    expect(trap.autocomplete).toBe('off');
    expect(trap.tabIndex).toBe(-1);
    expect(trap.closest('[inert][aria-hidden=true]')).not.toBeNull();
  });

  it('works for a site that asks for it, and for no other', async () => {
    const api = fakeApi(created());
    const salt = 'aa?expires=1795371600&';
    const challenge = createHash('sha256').update(salt + '5').digest('hex');
    api.config = () => new Response('{"challenge":"proof_of_work"}');
    api.challenge = () => new Response(JSON.stringify({ algorithm: 'SHA-256', challenge, maxnumber: 9, salt, signature: 'ff' }));
    const asking = await openedOn(api);
    asking.rate(5);
    asking.send();
    await vi.waitFor(() => expect(asking.thanks.hidden).toBe(false), { timeout: 20_000 });

    const { solution } = asking.api.posts[0]!.body.check as { solution: string };
    expect(JSON.parse(atob(solution))).toEqual({ algorithm: 'SHA-256', challenge, maxnumber: 9, salt, signature: 'ff', number: 5 });
    expect(api.challengeRequests).toBe(1);
    form!.remove();

    const other = await opened(created());
    other.rate(5);
    other.send();
    await vi.waitFor(() => expect(other.thanks.hidden).toBe(false));
    expect(other.api.challengeRequests).toBe(0);
    expect(other.api.posts[0]!.body.check).not.toHaveProperty('solution');
  }, 30_000);

  describe('counting opened forms', () => {
    const counting = (...replies: Reply[]) => {
      const api = fakeApi(...replies, created());
      api.opened = () => new Response(null, { status: 204 });
      return api;
    };
    const sendAgain = async (ui: Awaited<ReturnType<typeof openedOn>>, times: number) => {
      ui.rate(5);
      ui.send();
      await vi.waitFor(() => expect(ui.api.posts).toHaveLength(times));
      await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
      return ui.api.posts[times - 1]!.body.check as Record<string, unknown>;
    };

    it('tells once a page view that the form is open, and marks the first feedback that it brings', async () => {
      const ui = await openedOn(counting());
      expect(ui.api.openedRequests).toHaveLength(1);
      expect(ui.api.openedRequests[0]).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit', headers: { 'X-Site-Key': 'fbpk_site' } });
      expect(ui.api.openedRequests[0]!.body).toBeUndefined();
      await new Promise((settled) => setTimeout(settled));

      expect((await sendAgain(ui, 1)).openingCounted).toBe(true);
      form!.close();
      form!.open();
      await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
      expect(await sendAgain(ui, 2)).not.toHaveProperty('openingCounted');
      expect(ui.api.openedRequests).toHaveLength(1);
    });

    it('sends without the mark where the API has gone back to a version that does not know it', async () => {
      const refused = problem(400, { errors: [{ field: 'check.openingCounted', code: 'unknown_field', message: 'Remove this field.' }] });
      const ui = await openedOn(counting(refused));
      await new Promise((settled) => setTimeout(settled));

      expect(await sendAgain(ui, 2)).not.toHaveProperty('openingCounted');
      expect(ui.api.posts[0]!.body.check).toMatchObject({ openingCounted: true });
      expect(ui.api.posts[1]!.headers['Idempotency-Key']).toBe(ui.api.posts[0]!.headers['Idempotency-Key']);
    });

    it('marks nothing where the API did not count, and says so to nobody', async () => {
      for (const answer of [() => problem(429), () => problem(404), () => Promise.reject(new TypeError('Failed to fetch'))]) {
        const api = counting();
        api.opened = answer;
        const ui = await openedOn(api);
        await new Promise((settled) => setTimeout(settled));
        expect(await sendAgain(ui, 1)).not.toHaveProperty('openingCounted');
        expect(ui.warn).not.toHaveBeenCalled();
        expect(ui.api.openedRequests).toHaveLength(1);
        form!.remove();
      }
    });

    it('waits for no answer', async () => {
      const api = counting();
      api.opened = () => new Promise(() => {});
      expect(await sendAgain(await openedOn(api), 1)).not.toHaveProperty('openingCounted');
    });

    it.each(['doNotTrack', 'globalPrivacyControl'])('tells nothing of a visitor whose browser sends %s', async (name) => {
      Object.defineProperty(navigator, name, { value: name == 'doNotTrack' ? '1' : true, configurable: true });
      try {
        const ui = await openedOn(counting());
        expect(await sendAgain(ui, 1)).not.toHaveProperty('openingCounted');
        expect(ui.api.openedRequests).toHaveLength(0);
      } finally {
        delete (navigator as unknown as Record<string, unknown>)[name];
      }
    });
  });

  it('sends once however often the button is pressed', async () => {
    const ui = await opened(created());
    ui.rate(4);
    ui.send();
    ui.send();
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.api.posts).toHaveLength(1);
  });

  it('keeps every word when it fails, and sends them under the same key', async () => {
    const ui = await opened(problem(503, {}, { 'Retry-After': '60' }));
    ui.rate(2);
    ui.type(ui.message, 'A long story');
    ui.send();

    await vi.waitFor(() => expect(ui.alert.textContent).toContain('may not have arrived'));
    expect(ui.thanks.hidden).toBe(true);
    expect(ui.message.value).toBe('A long story');
    expect(ui.stars[1]!.checked).toBe(true);
    expect(ui.submit.textContent).toBe('Try again');

    form!.close();
    form!.open();
    await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
    expect(ui.message.value).toBe('A long story');

    ui.api.next(created());
    ui.send();
    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    const [first, second] = ui.api.posts;
    expect(second!.headers['Idempotency-Key']).toBe(first!.headers['Idempotency-Key']);
  });

  it('cuts an address that is longer than the API takes, rather than lose the message', async () => {
    location.href = `https://shop.example/${'a'.repeat(3000)}`;
    const ui = await opened(created());
    ui.rate(2);
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.api.posts[0]!.body.page).toHaveLength(2048);
  });

  it('belongs to the page where it was begun, so that a retry elsewhere is still the same submission', async () => {
    location.href = 'https://shop.example/first';
    const ui = await opened(problem(503, {}, { 'Retry-After': '60' }));
    ui.rate(2);
    ui.send();
    await vi.waitFor(() => expect(ui.submit.textContent).toBe('Try again'));

    form!.close();
    location.href = 'https://shop.example/second';
    form!.open();
    await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
    ui.api.next(created());
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.api.posts.map((post) => post.body.page)).toEqual(['https://shop.example/first', 'https://shop.example/first']);
    expect(new Set(ui.api.posts.map((post) => post.headers['Idempotency-Key'])).size).toBe(1);
  });

  it('starts afresh after thanks', async () => {
    const ui = await opened(created());
    ui.type(ui.message, 'One');
    ui.send();
    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));

    form!.close();
    form!.open();

    await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
    expect(ui.thanks.hidden).toBe(true);
    expect(ui.form.hidden).toBe(false);
    expect(ui.message.value).toBe('');
  });

  it('asks for content before it sends anything', async () => {
    const ui = await opened(created());
    ui.type(ui.message, '   ');
    ui.send();

    expect(ui.errorOf('rating')).toBe('Give a rating or write a message.');
    expect(ui.root.activeElement).toBe(ui.stars[0]);
    expect(ui.api.posts).toHaveLength(0);
  });

  it('asks for a proper e-mail address before it sends anything', async () => {
    const ui = await opened(created());
    ui.rate(3);
    ui.type(ui.email, 'nobody');
    ui.send();

    expect(ui.errorOf('email')).toContain('name@example.com');
    expect(ui.email.getAttribute('aria-invalid')).toBe('true');
    expect(ui.api.posts).toHaveLength(0);

    ui.type(ui.email, 'nobody@example.com');
    expect(ui.errorOf('email')).toBe('');
    expect(ui.email.getAttribute('aria-invalid')).toBe('false');
  });

  it('shows what the server minds beside the field', async () => {
    const errors = [
      { field: 'message', code: 'too_short', message: 'Write a little more.' },
      { field: 'email', code: 'invalid', message: 'No such domain. <img src=x>' },
      { field: 'page', code: 'invalid', message: 'The page must be an absolute URL.' },
    ];
    const ui = await opened(problem(400, { errors }));
    ui.type(ui.message, 'x');
    ui.send();

    await vi.waitFor(() => expect(ui.errorOf('message')).toBe('Write a little more.'));
    expect(ui.errorOf('email')).toBe('No such domain. <img src=x>');
    expect(ui.root.querySelector('img')).toBeNull();
    expect(ui.alert.textContent).toBe('Please check the marked fields. The page must be an absolute URL.');
    expect(ui.root.activeElement).toBe(ui.message);
    expect(ui.message.value).toBe('x');
  });

  it.each([401, 403])('says that the form is not set up after %i', async (status) => {
    const ui = await opened(problem(status, { detail: 'Why' }));
    ui.rate(3);
    ui.send();

    await vi.waitFor(() => expect(ui.alert.textContent).toBe('This form is not set up for this site.'));
    expect(ui.warn).toHaveBeenCalledWith('Why');
  });

  it('goes on while the dialog is closed', async () => {
    let accept!: (response: Response) => void;
    const ui = await opened(new Promise<Response>((resolve) => (accept = resolve)));
    ui.rate(4);
    ui.send();
    form!.close();
    accept(created());

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
  });
});

describe('the question', () => {
  const asking = async (question: unknown, strings = {}) => {
    const api = fakeApi(created());
    api.config = () => new Response(JSON.stringify({ question, strings }));
    const ui = await openedOn(api);
    const choices = () => [...ui.root.querySelectorAll<HTMLInputElement>('[name=rating]')];
    const pick = (index: number) => {
      choices()[index]!.checked = true;
      choices()[index]!.dispatchEvent(new Event('input', { bubbles: true }));
    };
    return { ...ui, choices, pick, group: ui.root.querySelector('[role=radiogroup]')! };
  };

  it.each([
    ['nps', 11, '0/10, Not at all likely', '10/10, Extremely likely', 'How likely are you to recommend us?'],
    ['ces', 7, '1/7, Strongly disagree', '7/7, Strongly agree', 'It was easy to get done what I came for.'],
  ])('is %s where the site asks that', async (question, size, first, last, title) => {
    const ui = await asking(question);
    const labels = ui.choices().map((choice) => choice.getAttribute('aria-label'));

    expect(labels).toHaveLength(size);
    expect(labels[0]).toBe(first);
    expect(labels.at(-1)).toBe(last);
    expect(labels[3]).toMatch(/^\d\/\d+$/);
    expect(ui.root.getElementById(ui.group.getAttribute('aria-labelledby')!)?.textContent).toBe(title);
    expect(ui.root.activeElement).toBe(ui.choices()[0]);
    expect(ui.group.querySelectorAll('svg')).toHaveLength(0);
  });

  it('takes the lowest answer for one', async () => {
    const ui = await asking('nps');
    ui.pick(0);
    ui.send();

    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
    expect(ui.api.posts[0]!.body).toMatchObject({ nps: 0 });
    expect(ui.api.posts[0]!.body).not.toHaveProperty('rating');
  });

  it('marks the one that is picked and no other', async () => {
    const ui = await asking('ces');
    ui.pick(4);

    expect(ui.choices().map((choice) => choice.parentElement!.classList.contains('on'))).toEqual([false, false, false, false, true, false, false]);
  });

  it('is worded as the site likes', async () => {
    const ui = await asking('nps', { nps: 'Weiterempfehlen?', nps10: 'Sicher' });

    expect(ui.root.getElementById('rating')?.textContent).toBe('Weiterempfehlen?');
    expect(ui.choices()[10]!.getAttribute('aria-label')).toBe('10/10, Sicher');
  });

  it('wants an answer or a message, and shows there what the server minds', async () => {
    const ui = await asking('nps');
    ui.send();
    expect(ui.errorOf('rating')).toBe('Give a rating or write a message.');
    ui.api.next(problem(400, { errors: [{ field: 'nps', code: 'out_of_range', message: 'Not so many.' }] }));
    ui.pick(3);
    expect(ui.errorOf('rating')).toBe('');
    ui.send();

    await vi.waitFor(() => expect(ui.errorOf('rating')).toBe('Not so many.'));
  });

  it.each(['csat', 'toString', 7, null, undefined])('stays the stars for %s', async (question) => {
    const ui = await asking(question);

    expect(ui.choices()).toHaveLength(5);
  });

  it('does not change under an answer that is given', async () => {
    let answer!: (response: Response) => void;
    const api = fakeApi(created());
    api.config = () => new Promise<Response>((resolve) => (answer = resolve));
    const ui = await openedOn(api);
    ui.rate(4);
    answer(new Response('{"question":"nps","strings":{"title":"Late"}}'));

    await vi.waitFor(() => expect(ui.root.getElementById('title')?.textContent).toBe('Late'));
    expect(ui.stars[3]!.checked).toBe(true);
    expect(ui.stars[3]!.isConnected).toBe(true);
  });
});

describe('the dialog', () => {
  it('is labelled, modal and starts at the rating', async () => {
    const ui = await opened();

    expect(ui.dialog.getAttribute('role')).toBe('dialog');
    expect(ui.dialog.getAttribute('aria-modal')).toBe('true');
    expect(ui.root.getElementById(ui.dialog.getAttribute('aria-labelledby')!)?.textContent).toBe('Share your feedback');
    expect(ui.stars.map((star) => star.getAttribute('aria-label'))).toEqual(['1/5, Very poor', '2/5, Poor', '3/5, Okay', '4/5, Good', '5/5, Excellent']);
    expect(ui.root.activeElement).toBe(ui.stars[0]);
  });

  it('closes on Escape and gives the focus back to the launcher', async () => {
    const ui = await opened();
    ui.message.focus();
    ui.key('Escape');

    expect(ui.dialog.open).toBe(false);
    await vi.waitFor(() => expect(ui.root.activeElement).toBe(ui.launcher));
  });

  it('gives the focus back to the element of the page that opened it', async () => {
    const ui = await opened();
    form!.close();
    const link = document.createElement('button');
    document.body.append(link);
    await vi.waitFor(() => expect(ui.root.activeElement).toBe(ui.launcher));
    ui.launcher.blur();
    link.focus();
    form!.open();
    await vi.waitFor(() => expect(ui.dialog.open).toBe(true));
    form!.close();

    await vi.waitFor(() => expect(document.activeElement).toBe(link));
  });

  it('does not close on the Escape that ends a composition', async () => {
    const ui = await opened();
    ui.message.focus();
    ui.key('Escape', { isComposing: true });

    expect(ui.dialog.open).toBe(true);
  });

  it('keeps the focus inside', async () => {
    const ui = await opened();
    ui.submit.focus();
    ui.key('Tab');
    expect(ui.root.activeElement).toBe(ui.close);
    ui.key('Tab', { shiftKey: true });
    expect(ui.root.activeElement).toBe(ui.submit);
  });

  it('does not let the page hear what is typed', async () => {
    const ui = await opened();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    ui.message.focus();
    ui.key('s');
    document.removeEventListener('keydown', heard);

    expect(heard).not.toHaveBeenCalled();
  });

  it('opens once when asked twice', async () => {
    const ui = await opened();
    form!.open();
    form!.open();

    expect(ui.root.querySelectorAll('dialog')).toHaveLength(1);
    expect(ui.api.configRequests).toBe(1);
  });

  it('counts the characters near the end', async () => {
    const ui = await opened();
    const counter = (): string => ui.message.closest('div')!.querySelector('small')!.textContent!;
    ui.type(ui.message, 'x'.repeat(4499));
    expect(counter()).toBe('');
    ui.type(ui.message, 'x'.repeat(4990));
    expect(counter()).toBe('10 characters left');
    expect(ui.message.getAttribute('maxlength')).toBe('5000');
  });

  it('leaves nothing behind and stops sending when removed', async () => {
    const ui = await opened('no answer');
    ui.rate(4);
    ui.send();
    await vi.waitFor(() => expect(ui.api.posts).toHaveLength(1));
    form!.remove();

    expect(ui.root.querySelector('dialog')).toBeNull();
    expect(ui.api.posts[0]!.signal.aborted).toBe(true);
  });
});

describe('the configuration', () => {
  const PAYLOADS = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'javascript:alert(1)', '${alert(1)}', '<svg/onload=alert(1)>'];

  it('is asked for with the site key and changes texts and launcher', async () => {
    const api = fakeApi();
    api.config = () => new Response(JSON.stringify({ strings: { title: 'Ihre Meinung', launcher: 'Meinung' }, theme: { accentColor: '#123456' } }));
    const ui = await openedOn(api);

    expect(ui.root.getElementById('title')?.textContent).toBe('Ihre Meinung');
    expect(ui.label.textContent).toBe('Meinung');
    expect(ui.dialog.lang).toBe('de-CH');
    expect(vi.mocked(api.fetch).mock.calls[0]![1]!.headers).toMatchObject({ 'X-Site-Key': 'fbpk_site' });
  });

  it.each(PAYLOADS)('shows %s as text wherever it may appear', async (payload) => {
    const { DEFAULTS } = await import('../src/strings');
    const api = fakeApi(problem(401));
    const strings = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, payload]));
    api.config = () => new Response(JSON.stringify({ strings, theme: { accentColor: payload, mode: payload, position: payload } }));
    const ui = await openedOn(api);
    ui.rate(3);
    ui.send();
    await vi.waitFor(() => expect(ui.alert.textContent).toBe(payload));

    expect(ui.root.getElementById('title')?.textContent).toBe(payload);
    expect(ui.root.querySelector('img, script, [onload], [onerror]')).toBeNull();
    expect(ui.label.textContent).toBe(payload);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is refused', () => problem(401, { detail: 'Unknown key' })],
    ['is a web page', () => new Response('<html>')],
    ['is null', () => new Response('null')],
    ['has odd types', () => new Response('{"strings":{"title":7,"send":""},"theme":[]}')],
    ['never comes', () => new Promise<Response>(() => {})],
  ])('may go wrong: the form works with its defaults when it %s', async (_, config) => {
    const api = fakeApi(created());
    api.config = config;
    const ui = await openedOn(api);

    expect(ui.root.getElementById('title')?.textContent).toBe('Share your feedback');
    expect(ui.submit.textContent).toBe('Send feedback');
    ui.rate(3);
    ui.send();
    await vi.waitFor(() => expect(ui.thanks.hidden).toBe(false));
  });

  it('keeps what has been typed when it comes late', async () => {
    let answer!: (response: Response) => void;
    const api = fakeApi(created());
    api.config = () => new Promise<Response>((resolve) => (answer = resolve));
    const ui = await openedOn(api);
    ui.type(ui.message, 'Already here');
    answer(new Response('{"strings":{"title":"Late"}}'));

    await vi.waitFor(() => expect(ui.root.getElementById('title')?.textContent).toBe('Late'));
    expect(ui.message.value).toBe('Already here');
  });
});
