import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sender, waitBefore } from '../src/send';
import type { Prover } from '../src/work';
import { connectionTo, created, fakeApi, problem, type Reply } from './api';

const CHECK = { trap: '', openForMs: 4000 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sending(...replies: Reply[]) {
  const api = fakeApi(...replies);
  const warn = vi.fn();
  const retrying = vi.fn();
  const cancel = new AbortController();
  const solutions = { begun: 0, held: undefined as string | undefined };
  const proof: Prover = {
    begin: () => void (solutions.held ??= `solution ${++solutions.begun}`),
    solution: async () => solutions.held,
    drop: () => void (solutions.held = undefined),
  };
  const send = sender(connectionTo(api, warn), cancel.signal, proof);
  /** Sends and lets time pass until there is an outcome; also tells how long that took. */
  const outcomeOf = async (feedback: object) => {
    const start = Date.now();
    let took = -1;
    const outcome = send(feedback, CHECK, retrying).finally(() => (took = Date.now() - start));
    while (took < 0) await vi.advanceTimersByTimeAsync(50);
    return { ...(await outcome), took };
  };
  return { api, warn, solutions, proof, retrying, cancel, send, outcomeOf, keys: () => api.posts.map((post) => post.headers['Idempotency-Key']) };
}

describe('a submission', () => {
  it('carries site key, content type and a UUID as idempotency key', async () => {
    const { api, outcomeOf } = sending(created());

    expect(await outcomeOf({ rating: 5, message: 'Good' })).toMatchObject({ kind: 'sent' });

    expect(api.posts).toHaveLength(1);
    const { url, method, headers, body } = api.posts[0]!;
    expect(url).toBe('https://api.example/prod/feedback');
    expect(method).toBe('POST');
    expect(headers['X-Site-Key']).toBe('fbpk_site');
    expect(headers['Content-Type']).toBe('application/json');
    expect(headers['Idempotency-Key']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(body).toEqual({ rating: 5, message: 'Good', check: CHECK });
  });

  it('is made on a page without https too', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const { outcomeOf, keys } = sending(created());

    expect(await outcomeOf({ rating: 5 })).toMatchObject({ kind: 'sent' });

    expect(keys()[0]).toMatch(/^\d+-\d+-\d+-\d+$/);
    vi.unstubAllGlobals();
  });

  it('takes nothing from a polluted Object.prototype', async () => {
    const polluted = Object.prototype as Record<string, unknown>;
    polluted.toJSON = () => ({ message: 'planted' });
    polluted.integrity = 'planted';
    try {
      const { api, outcomeOf } = sending(created());
      await outcomeOf({ message: 'mine' });

      expect(api.posts[0]!.body).toEqual({ message: 'mine', check: CHECK });
      expect((vi.mocked(api.fetch).mock.calls[0]![1] as RequestInit).integrity).toBeUndefined();
    } finally {
      delete polluted.toJSON;
      delete polluted.integrity;
    }
  });
});

describe('the idempotency key', () => {
  it('stays the same in automatic retries', async () => {
    const { outcomeOf, keys } = sending('network failure', problem(503), created());

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'sent' });

    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
  });

  it('stays the same when the visitor tries the same content again', async () => {
    const { api, outcomeOf, keys } = sending(problem(500));
    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'failed' });

    api.next(created());
    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'sent' });

    expect(keys()).toHaveLength(5);
    expect(new Set(keys()).size).toBe(1);
  });

  it('is new for changed content', async () => {
    const { outcomeOf, keys } = sending(problem(500));
    await outcomeOf({ message: 'one' });
    await outcomeOf({ message: 'two' });

    expect(new Set(keys().slice(0, 4)).size).toBe(1);
    expect(new Set(keys()).size).toBe(2);
  });

  it('is new when the same is said again after it has been accepted', async () => {
    const { outcomeOf, keys } = sending(created());
    await outcomeOf({ rating: 4 });
    await outcomeOf({ rating: 4 });

    expect(new Set(keys()).size).toBe(2);
  });
});

describe('retries', () => {
  it.each([409, 429, 500, 502, 503, 504])('are made after %i', async (status) => {
    const { api, outcomeOf, retrying } = sending(problem(status), created());

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'sent' });

    expect(api.posts).toHaveLength(2);
    expect(retrying).toHaveBeenCalledTimes(1);
  });

  it.each([400, 401, 403, 404, 413, 415, 422])('are not made after %i', async (status) => {
    const { api, outcomeOf } = sending(problem(status));

    expect((await outcomeOf({ rating: 4 })).kind).not.toBe('sent');

    expect(api.posts).toHaveLength(1);
  });

  it('end after the third with an honest failure', async () => {
    const { api, outcomeOf } = sending('network failure');

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'failed' });

    expect(api.posts).toHaveLength(4);
  });

  it('wait as long as Retry-After asks', async () => {
    const { outcomeOf } = sending(problem(429, {}, { 'Retry-After': '7' }), created());

    const { kind, took } = await outcomeOf({ rating: 4 });

    expect(kind).toBe('sent');
    expect(took).toBeGreaterThanOrEqual(7000);
    expect(took).toBeLessThan(7500);
  });

  it('are left to the visitor when Retry-After asks for longer than anybody waits', async () => {
    const { api, outcomeOf } = sending(problem(503, {}, { 'Retry-After': '60' }));

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'failed' });

    expect(api.posts).toHaveLength(1);
  });

  it('wait longer each time, with jitter, and understand dates', () => {
    const now = Date.UTC(2026, 0, 1, 12, 0, 0);
    expect([0, 1, 2].map((attempt) => waitBefore(attempt, null, 0, now))).toEqual([500, 1000, 2000]);
    expect([0, 1, 2].map((attempt) => waitBefore(attempt, null, 1, now))).toEqual([1000, 2000, 4000]);
    expect(waitBefore(0, 'Thu, 01 Jan 2026 12:00:05 GMT', 0, now)).toBe(5000);
    expect(waitBefore(0, 'Thu, 01 Jan 2026 11:00:00 GMT', 0, now)).toBe(500);
    expect(waitBefore(0, 'soon', 0, now)).toBe(500);
    expect(waitBefore(0, '0', 0, now)).toBe(0);
  });
});

describe('an answer that does not come', () => {
  it('is given up after 15 seconds and tried again', async () => {
    const { api, send } = sending('no answer', created());
    const outcome = send({ rating: 4 }, CHECK, () => {});

    await vi.advanceTimersByTimeAsync(14_999);
    expect(api.posts[0]!.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(api.posts[0]!.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);

    expect(await outcome).toEqual({ kind: 'sent' });
    expect(api.posts).toHaveLength(2);
  });

  it('is no longer awaited once the widget is removed', async () => {
    const { api, send, cancel } = sending('no answer');
    const outcome = send({ rating: 4 }, CHECK, () => {});

    await vi.advanceTimersByTimeAsync(0);
    cancel.abort();

    expect(await outcome).toEqual({ kind: 'failed' });
    expect(api.posts).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an answer', () => {
  it('of 400 names the fields', async () => {
    const errors = [{ field: 'email', code: 'invalid', message: 'Use a full address.' }];
    const { outcomeOf } = sending(problem(400, { code: 'validation_failed', errors }));

    expect(await outcomeOf({ email: 'a@b' })).toMatchObject({ kind: 'invalid', errors });
  });

  it.each([[{}], [{ errors: 'x' }], [{ errors: [null, 7] }], [{ errors: {} }]])('of 400 with the body %j is a failure', async (body) => {
    const { outcomeOf } = sending(problem(400, body));

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'failed' });
  });

  it.each([401, 403])('of %i tells the developer why', async (status) => {
    const { outcomeOf, warn } = sending(problem(status, { detail: 'Add https://shop.example to the origins of the site.' }));

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'notSetUp' });

    expect(warn).toHaveBeenCalledWith('Add https://shop.example to the origins of the site.');
  });

  it('of 200 that is a web page is no success', async () => {
    const { outcomeOf } = sending(new Response('<!doctype html><title>Log in to the Wi-Fi</title>', { status: 200 }));

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'failed' });
  });

  it.each([200, 201, 204])('of %i without a body is a success', async (status) => {
    const { outcomeOf } = sending(new Response(null, { status }));

    expect(await outcomeOf({ rating: 4 })).toMatchObject({ kind: 'sent' });
  });
});

describe('a site that asks for proof of work', () => {
  const wanted = (code: string): Reply => problem(403, { code, detail: 'Get a new challenge.' });

  it.each(['challenge_required', 'challenge_failed', 'challenge_expired'])('gets a new solution after %s, under the same key', async (code) => {
    const { api, outcomeOf, keys, retrying } = sending(wanted(code), created());

    expect(await outcomeOf({ rating: 5 })).toMatchObject({ kind: 'sent' });

    expect(api.posts.map((post) => (post.body.check as { solution?: string }).solution)).toEqual([undefined, 'solution 1']);
    expect(new Set(keys()).size).toBe(1);
    expect(retrying).not.toHaveBeenCalled();
  });

  it('is not asked for ever', async () => {
    const { api, outcomeOf } = sending(wanted('challenge_failed'));

    expect(await outcomeOf({ rating: 5 })).toMatchObject({ kind: 'failed' });

    expect(api.posts).toHaveLength(3);
  });

  it('gets the same solution with every attempt, and a new one for other feedback', async () => {
    const { api, outcomeOf, proof, solutions } = sending('network failure', created());
    proof.begin();

    expect(await outcomeOf({ rating: 5 })).toMatchObject({ kind: 'sent' });

    expect(api.posts.map((post) => (post.body.check as { solution?: string }).solution)).toEqual(['solution 1', 'solution 1']);
    expect(solutions.held).toBeUndefined();
  });
});
