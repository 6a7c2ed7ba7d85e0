import { exchange, type Connection } from './send';
import { sha256 } from './sha256';

/** A challenge as `GET /widget/challenge` gives it (ALTCHA, version 1). */
export interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** So long the page may be kept from its own work at a time: half a frame. */
const SLICE_MS = 8;
/** Harder than this no visitor's device is made to work. */
const MOST = 1e6;

/**
 * The number that solves the challenge, or nothing when none does or `cancel` came first. It is looked for in slices on
 * this thread: a worker would need `worker-src blob:` in the content security policy of every page.
 */
export async function solve({ challenge, maxnumber, salt }: Challenge, pause: () => Promise<void>, cancel: AbortSignal): Promise<number | undefined> {
  const wanted = parseInt(challenge.slice(0, 8), 16) | 0;
  const hex = (hash: number[]): string => hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  let until = performance.now() + SLICE_MS;
  for (let number = 0; number <= Math.min(maxnumber, MOST); number++) {
    const hash = sha256(salt + number);
    if (hash[0] == wanted && hex(hash) == challenge) return number;
    if (number % 64 == 0 && performance.now() > until) {
      await pause();
      if (cancel.aborted) return;
      until = performance.now() + SLICE_MS;
    }
  }
}

/** Works ahead for one submission at a time. */
export interface Prover {
  /** Gets a challenge and begins to solve it, unless that was done. */
  begin(): void;
  /** The solution that was begun, in Base64; nothing when none was, or it failed. The same until `drop`. */
  solution(): Promise<string | undefined>;
  /** Forgets the solution: it was used, or is not accepted. */
  drop(): void;
}

export function prover(connection: Connection, cancel: AbortSignal): Prover {
  const { setTimeout } = connection.natives;
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  let begun: Promise<string | undefined> | undefined;

  const work = async (): Promise<string | undefined> => {
    try {
      const { body } = await exchange(connection, '/widget/challenge', cancel);
      const challenge = body as unknown as Challenge;
      const number = await solve(challenge, pause, cancel);
      // The prototype goes, so that a toJSON planted in Object.prototype is not asked.
      return number == undefined ? undefined : btoa(JSON.stringify({ __proto__: null, ...challenge, number }));
    } catch {
      // The API says what it misses, and the next attempt begins anew.
      return;
    }
  };

  return {
    begin: () => void (begun ??= work()),
    solution: async () => begun,
    drop: () => (begun = undefined),
  };
}
