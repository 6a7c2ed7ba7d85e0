import type { Natives } from './natives';
import type { Prover } from './work';

/** What a visitor says; only what was filled in is present. */
export interface Feedback {
  rating?: number;
  nps?: number;
  ces?: number;
  message?: string;
  name?: string;
  email?: string;
  page?: string;
  locale?: string;
}

/** What tells visitors from programs; it is sent with the feedback. Only `openingCounted` is kept. */
export interface Check {
  /** What stands in the field that people do not see. */
  trap: string;
  openForMs: number;
  /** Whether this is the first feedback of a form whose opening the API has counted. */
  openingCounted?: true;
}

export interface FieldError {
  field: string;
  message: string;
}

/** What became of a submission. Only `sent` means that the server has it. */
export type Outcome = { kind: 'sent' | 'notSetUp' | 'failed' } | { kind: 'invalid'; errors: FieldError[] };

export interface Connection {
  api: string;
  siteKey: string;
  natives: Natives;
  /** Tells the site's developer, not the visitor. */
  warn: (detail: string) => void;
}

interface Answer {
  /** 0 if what came is no answer of the API. */
  status: number;
  retryAfter: string | null;
  body: { [name: string]: unknown } | null | undefined;
}

const TIMEOUT_MS = 15_000;
const RETRIES = 3;
/** As often a challenge is solved anew when the API wants another solution, or one at all. */
const RENEWALS = 2;
/** A visitor is not kept waiting longer than this between two attempts: beyond it the failure is shown at once. */
const LONGEST_WAIT_MS = 20_000;

/** One HTTP exchange: no credentials, no redirects, all of it within 15 s. Rejects on network failure, time-out and `cancel`. */
export async function exchange(
  { api, siteKey, natives: { fetch, setTimeout, clearTimeout } }: Connection,
  path: string,
  cancel: AbortSignal,
  post?: { body?: string; key?: string },
): Promise<Answer> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, TIMEOUT_MS);
  cancel.addEventListener('abort', stop);
  try {
    // Without a prototype, a page that pollutes Object.prototype cannot add options or headers.
    const response = await fetch(api + path, {
      __proto__: null,
      method: post && 'POST',
      headers: {
        __proto__: null,
        'X-Site-Key': siteKey,
        ...(post?.key && { 'Content-Type': 'application/json', 'Idempotency-Key': post.key }),
      },
      body: post?.body,
      // What nobody waits for may outlive the page.
      keepalive: post && !post.key,
      credentials: 'omit',
      redirect: 'error',
      signal: abort.signal,
    } as unknown as RequestInit);
    const text = await response.text();
    const answer: Answer = { status: response.status, retryAfter: response.headers.get('Retry-After'), body: null };
    try {
      answer.body = JSON.parse(text);
    } catch {
      // A page of some proxy in between is no success of ours, whatever its status says.
      if (response.ok && text.trim()[0] == '<') answer.status = 0;
    }
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

export const pause = ({ natives: { setTimeout } }: Connection, ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds to wait before retry number `attempt` (0, 1, 2): what `Retry-After` asks (RFC 9110, 10.2.3), else 0.5-1, 1-2, 2-4 seconds. */
export function waitBefore(attempt: number, retryAfter: string | null, random: number, now: number): number {
  const asked = retryAfter ? (+retryAfter >= 0 ? +retryAfter * 1000 : Date.parse(retryAfter) - now) : NaN;
  return asked >= 0 ? asked + random * 250 : 1000 * 2 ** attempt * (0.5 + random / 2);
}

/** Waits as long as another attempt has to; false when there is to be none. `retrying` is called before a wait. */
export async function mayRetry(
  connection: Connection,
  cancel: AbortSignal,
  attempt: number,
  status: number,
  retryAfter: string | null,
  retrying?: () => void,
): Promise<boolean> {
  const worthRetrying = !status || status == 409 || status == 429 || status >= 500;
  const wait = waitBefore(attempt, retryAfter, Math.random(), Date.now());
  if (!worthRetrying || attempt == RETRIES || wait > LONGEST_WAIT_MS || cancel.aborted) return false;
  retrying?.();
  await pause(connection, wait);
  return true;
}

/** The problem document's `detail`, or the status. */
export const detailOf = ({ status, body }: Answer): string => `${body?.detail ?? 'HTTP ' + status}`;

const errorsOf = ({ body }: Answer): FieldError[] => ([] as FieldError[]).concat((body?.errors as FieldError[]) ?? []).filter((error) => error?.message);

/** randomUUID is missing on pages served over plain http. */
const newKey = (): string => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * Returns a function that submits feedback. It never rejects. The same content is sent under the same idempotency key
 * until it has been accepted, in automatic and in manual retries; changed content gets a new key.
 * `retrying` is called before each automatic retry.
 */
export function sender(
  connection: Connection,
  cancel: AbortSignal,
  proof: Prover,
): (feedback: Feedback, check: Check, retrying: () => void) => Promise<Outcome> {
  let lastBody = '';
  let key: string;

  return async (feedback, check, retrying) => {
    // The prototype goes, so that a toJSON planted in Object.prototype is not asked.
    const json = (value: object): string => JSON.stringify({ __proto__: null, ...value });
    const content = json(feedback);
    let renewals = 0;
    if (content != lastBody) {
      lastBody = content;
      key = newKey();
    }
    for (let attempt = 0; ; attempt++) {
      let status = 0;
      let retryAfter = null;
      try {
        const solution = await proof.solution();
        if (cancel.aborted || (renewals && !solution)) return { kind: 'failed' };
        const body = json({ ...feedback, check: { __proto__: null, ...check, solution } });
        const answer = await exchange(connection, '/feedback', cancel, { body, key });
        ({ status, retryAfter } = answer);
        if (status >= 200 && status < 300) {
          lastBody = '';
          proof.drop();
          return { kind: 'sent' };
        }
        const errors = errorsOf(answer);
        // An API that has just gone back to a former version does not know the field.
        if (check.openingCounted && errors.some((error) => error.field == 'check.openingCounted')) {
          delete check.openingCounted;
          attempt--;
          continue;
        }
        if (status == 400 && errors.length) return { kind: 'invalid', errors };
        if (/^challenge_/.test(`${answer.body?.code}`)) {
          proof.drop();
          if (renewals++ == RENEWALS) return { kind: 'failed' };
          proof.begin();
          attempt--;
          continue;
        }
        connection.warn(detailOf(answer));
        if (status == 401 || status == 403) return { kind: 'notSetUp' };
      } catch {
        // No answer: retried below like a server error.
      }
      if (!(await mayRetry(connection, cancel, attempt, status, retryAfter, retrying))) return { kind: 'failed' };
    }
  };
}
