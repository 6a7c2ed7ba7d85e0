import { createHash, webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../src/sha256';
import { prover, solve, type Challenge } from '../src/work';
import { sender } from '../src/send';
import { connectionTo, created, fakeApi, problem, type Reply } from './api';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const never = new AbortController().signal;
const pause = async (): Promise<void> => {};

function challenge(number: number, maxnumber = 100_000): Challenge {
  const salt = `${Buffer.from(webcrypto.getRandomValues(new Uint8Array(12))).toString('hex')}?expires=1795371600&`;
  return { algorithm: 'SHA-256', challenge: hex(salt + number), maxnumber, salt, signature: '5'.repeat(64) };
}

describe('SHA-256', () => {
  it('is that of the platform, for texts of every length up to three blocks', () => {
    for (let length = 0; length < 180; length++) {
      const text = String.fromCharCode(...Array.from({ length }, (_, i) => 32 + ((i * 7 + length) % 95)));
      expect(sha256(text).map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')).toBe(hex(text));
    }
  });
});

describe('a challenge', () => {
  it.each([0, 1, 63, 64, 9_999, 100_000])('is solved by %i', async (number) => {
    expect(await solve(challenge(number), pause, never)).toBe(number);
  });

  it('without a solution ends', async () => {
    expect(await solve({ ...challenge(500), maxnumber: 499 }, pause, never)).toBeUndefined();
  });

  it('is no harder than a device may be asked to work', async () => {
    const endless = { ...challenge(1), challenge: 'f'.repeat(64), maxnumber: Infinity };
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    expect(await solve(endless, pause, never)).toBeUndefined();
    now.mockRestore();
  }, 60_000);

  it('is worked on in slices that leave the page alone in between', async () => {
    let time = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => (time += 1));
    const pausedAt: number[] = [0];
    const pausing = async (): Promise<void> => void pausedAt.push(time);
    await solve({ ...challenge(1), challenge: 'f'.repeat(64) }, pausing, never);
    now.mockRestore();

    const slices = pausedAt.slice(1).map((at, n) => at - pausedAt[n]!);
    expect(slices.length).toBeGreaterThan(10);
    expect(Math.max(...slices)).toBeLessThanOrEqual(10);
  });

  it('is given up when the widget is removed', async () => {
    const cancel = new AbortController();
    const stopping = async (): Promise<void> => cancel.abort();
    let time = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => (time += 100));
    expect(await solve(challenge(99_999), stopping, cancel.signal)).toBeUndefined();
    now.mockRestore();
  });
});

describe('the prover', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** One whose API gives these answers, the last for ever; a number is a new challenge with that solution. */
  function proving(...answers: (number | Response)[]) {
    const api = fakeApi();
    const made: number[] = [];
    api.challenge = () => {
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
      if (typeof answer != 'number') return answer.clone();
      made.push(Date.now());
      return new Response(JSON.stringify(challenge(answer)));
    };
    return { api, made, proof: prover(connectionTo(api), never) };
  }

  async function solutionOf(proof: ReturnType<typeof prover>) {
    const solution = proof.solution();
    await vi.advanceTimersByTimeAsync(60_000);
    const text = await solution;
    return text && JSON.parse(atob(text)).number;
  }

  it('solves one challenge until it is dropped, and answers with it in Base64', async () => {
    const { api, proof } = proving(77);

    expect(await solutionOf(proof)).toBeUndefined();
    proof.begin();
    proof.begin();

    expect(await solutionOf(proof)).toBe(77);
    expect(await solutionOf(proof)).toBe(77);
    expect(api.challengeRequests).toBe(1);
    proof.drop();
    expect(await solutionOf(proof)).toBeUndefined();
  });

  it('has no solution when there is no challenge', async () => {
    const { api, proof } = proving(problem(404));
    proof.begin();
    expect(await solutionOf(proof)).toBeUndefined();
    expect(api.challengeRequests).toBe(1);
  });

  it('begins anew when a challenge is too old to write at leisure', async () => {
    const { proof } = proving(1, 2);
    proof.begin();
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    proof.begin();
    expect(await solutionOf(proof)).toBe(1);

    await vi.advanceTimersByTimeAsync(60_000);
    proof.begin();
    expect(await solutionOf(proof)).toBe(2);
  });

  it('waits as long as Retry-After asks before it asks for a challenge again', async () => {
    const { api, proof } = proving(problem(429, {}, { 'Retry-After': '7' }), 5);
    proof.begin();
    await vi.advanceTimersByTimeAsync(6900);
    expect(api.challengeRequests).toBe(1);

    expect(await solutionOf(proof)).toBe(5);
    expect(api.challengeRequests).toBe(2);
  });

  it('leaves it to the visitor when Retry-After asks for longer than anybody waits', async () => {
    const { api, proof } = proving(problem(429, {}, { 'Retry-After': '60' }));
    proof.begin();
    expect(await solutionOf(proof)).toBeUndefined();
    expect(api.challengeRequests).toBe(1);
  });

  it('sends a new solution when its challenge is old enough for an honest visit', async () => {
    const expired: Reply = problem(403, { code: 'challenge_expired' });
    const { api, made, proof } = proving(1, 2);
    api.next(expired, created());
    const posted: number[] = [];
    const connection = connectionTo({ fetch: ((url: string, init: RequestInit) => {
      if (init.method == 'POST') posted.push(Date.now());
      return api.fetch(url, init);
    }) as typeof fetch });
    proof.begin();
    await vi.advanceTimersByTimeAsync(21 * 60_000);

    const outcome = sender(connection, never, proof)({ rating: 5 }, { trap: '', openForMs: 21 * 60_000 }, () => {});
    await vi.advanceTimersByTimeAsync(3000);

    expect(await outcome).toEqual({ kind: 'sent' });
    expect(posted[1]! - made[1]!).toBeGreaterThanOrEqual(2000);
  });

  it('is not asked again at once when no challenge is to be had', async () => {
    const { api, proof } = proving(problem(429, {}, { 'Retry-After': '60' }));
    api.next(problem(403, { code: 'challenge_required' }));

    const outcome = sender(connectionTo(api), never, proof)({ rating: 5 }, { trap: '', openForMs: 4000 }, () => {});
    await vi.advanceTimersByTimeAsync(1000);

    expect(await outcome).toEqual({ kind: 'failed' });
    expect(api.posts).toHaveLength(1);
    expect(api.challengeRequests).toBe(1);
  });
});
