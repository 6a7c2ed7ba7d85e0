import { exchange, mayRetry, pause, type Connection } from './send';
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
 * The API believes in no visit longer than its challenge is old, and calls 2 s a hurry: a solution of a new challenge
 * waits so long, or somebody whose first one expired while they wrote would pass for a program.
 */
const RIPE_MS = 2100;
/** From then on a challenge, which lives for 20 minutes, leaves too little time to write. */
const STALE_MS = 15 * 60_000;

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
  /** Gets a challenge and begins to solve it, unless that was done lately. */
  begin(): void;
  /** The solution that was begun, in Base64; nothing when none was, or it failed. The same until `drop`. */
  solution(): Promise<string | undefined>;
  /** Forgets the solution: it was used, or is not accepted. */
  drop(): void;
}

export function prover(connection: Connection, cancel: AbortSignal): Prover {
  let begun: Promise<string | undefined> | undefined;
  let begunAt: number;

  const work = async (): Promise<string | undefined> => {
    for (let attempt = 0; ; attempt++) {
      let status = 0;
      let retryAfter = null;
      try {
        const answer = await exchange(connection, '/widget/challenge', cancel);
        ({ status, retryAfter } = answer);
        if (status == 200) {
          const ripe = Date.now() + RIPE_MS;
          const challenge = answer.body as unknown as Challenge;
          const number = await solve(challenge, () => pause(connection, 0), cancel);
          if (number == undefined) return;
          await pause(connection, ripe - Date.now());
          // The prototype goes, so that a toJSON planted in Object.prototype is not asked.
          return btoa(JSON.stringify({ __proto__: null, ...challenge, number }));
        }
      } catch {
        // No answer, or no challenge: tried again below, and in the end the API says what it misses.
      }
      if (!(await mayRetry(connection, cancel, attempt, status, retryAfter))) return;
    }
  };

  return {
    begin() {
      if (begun && Date.now() - begunAt < STALE_MS) return;
      begunAt = Date.now();
      begun = work();
    },
    solution: async () => begun,
    drop: () => (begun = undefined),
  };
}
