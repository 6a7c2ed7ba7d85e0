import { vi } from 'vitest';
import type { Connection } from '../src/send';

export interface Call {
  url: string;
  method: string | undefined;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  signal: AbortSignal;
}

export type Reply = Response | 'network failure' | 'no answer' | Promise<Response>;

export const problem = (status: number, body: object = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });

export const created = (): Response => new Response('{"feedbackId":"018f"}', { status: 201 });

/** An API whose answers to `POST /feedback` are given one after the other, the last for ever; it records what it was asked. */
export function fakeApi(...replies: Reply[]) {
  const posts: Call[] = [];
  const api = {
    posts,
    challengeRequests: 0,
    challenge: (): Response | Promise<Response> => problem(404),
    configRequests: 0,
    config: (): Response | Promise<Response> => new Response('{}'),
    openedRequests: [] as RequestInit[],
    opened: (): Response | Promise<Response> => problem(404),
    next: (...more: Reply[]) => replies.splice(0, replies.length, ...more),
    fetch: vi.fn((url: string, init: RequestInit) => {
      if (url.endsWith('/widget/config')) {
        api.configRequests++;
        return Promise.resolve(api.config());
      }
      if (url.endsWith('/feedback/opened')) {
        api.openedRequests.push(init);
        return Promise.resolve(api.opened());
      }
      if (url.endsWith('/widget/challenge')) {
        api.challengeRequests++;
        return Promise.resolve(api.challenge());
      }
      const { method, headers, body, signal } = init as unknown as Call & { body: string };
      posts.push({ url, method, headers, body: JSON.parse(body), signal });
      const reply = replies.length > 1 ? replies.shift()! : replies[0]!;
      if (reply == 'network failure') return Promise.reject(new TypeError('Failed to fetch'));
      if (reply == 'no answer') return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      return Promise.resolve(reply).then((response) => response.clone());
    }) as unknown as typeof fetch,
  };
  return api;
}

/** A connection to that API. Timers are read when called, so that fake ones work. */
export const connectionTo = (api: { fetch: typeof fetch }, warn: (detail: string) => void = () => {}): Connection => ({
  api: 'https://api.example/prod',
  siteKey: 'fbpk_site',
  natives: {
    fetch: api.fetch,
    setTimeout: ((run: () => void, ms: number) => globalThis.setTimeout(run, ms)) as typeof setTimeout,
    clearTimeout: (timer) => globalThis.clearTimeout(timer),
  },
  warn,
});
