import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { sha256 } from '../src/sha256';
import { prover, solve, type Challenge } from '../src/work';
import { connectionTo, fakeApi } from './api';

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
  it('solves one challenge until it is dropped, and answers with it in Base64', async () => {
    const api = fakeApi();
    const given = challenge(77);
    api.challenge = () => new Response(JSON.stringify(given));
    const proof = prover(connectionTo(api), never);

    expect(await proof.solution()).toBeUndefined();
    proof.begin();
    proof.begin();

    const solution = await proof.solution();
    expect(JSON.parse(atob(solution!))).toEqual({ ...given, number: 77 });
    expect(await proof.solution()).toBe(solution);
    expect(api.challengeRequests).toBe(1);
    proof.drop();
    expect(await proof.solution()).toBeUndefined();
  });

  it('has no solution when there is no challenge', async () => {
    const proof = prover(connectionTo(fakeApi()), never);
    proof.begin();
    expect(await proof.solution()).toBeUndefined();
  });
});
