// Asking a public interface, as its keepers wish: one request at a time, not too often, again only after a while, and
// nothing twice that was answered before.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How one asks. All times in milliseconds. */
export type Manners = {
  /** Answers are kept here; git ignores it. */
  readonly cache: string;
  /** Takes answers from the cache, however old, and asks nobody. */
  readonly isOffline: boolean;
  /** An answer older than this is asked for again. */
  readonly maxAge: number;
  /** From one request to the next: arXiv asks for three seconds. */
  readonly pause: number;
  /** How long an answer may take. */
  readonly timeout: number;
  /** How often it is tried again after a failure that may pass, and how long after the first; each time twice as long. */
  readonly retries: number;
  readonly backoff: number;
  /** No answer is longer (bytes). */
  readonly maxBytes: number;
};

/** As the keepers of arXiv and Hugging Face ask for. */
export const MANNERS: Omit<Manners, 'cache'> = {
  isOffline: false,
  maxAge: 24 * 60 * 60 * 1000,
  pause: 3000,
  timeout: 30_000,
  retries: 3,
  backoff: 2000,
  maxBytes: 32 * 1024 * 1024,
};

const USER_AGENT = 'Conspectus/0.1 (survey generator; conspectus fetch)';

/** What came of a request: the text, or why there is none, as a sentence with a cure. */
export type Answer = { readonly text: string; readonly isKept: boolean } | { readonly problem: string };

/** Makes a function that asks for addresses, one after the other. */
export function makePoliteFetch(manners: Manners): (url: string) => Promise<Answer> {
  let last: number | undefined;
  return async (url) => {
    const file = join(manners.cache, createHash('sha256').update(url).digest('hex').slice(0, 32));
    const kept = await readKept(file);
    const age = kept ? Date.now() - kept.at : Number.POSITIVE_INFINITY;
    if (kept && (manners.isOffline || age < manners.maxAge)) return { text: kept.text, isKept: true };
    if (manners.isOffline)
      return { problem: `${url} was not asked for before. Leave out --offline, where there is a network.` };
    if (last !== undefined) await wait(Math.max(0, last + manners.pause - Date.now()));
    const answer = await askAgain(url, manners);
    last = Date.now();
    if ('text' in answer) await keep(file, manners.cache, answer.text);
    return answer;
  };
}

async function askAgain(url: string, manners: Manners): Promise<Answer> {
  for (let tried = 0; ; tried++) {
    const { answer, isWorthTrying, after } = await ask(url, manners);
    if ('text' in answer || !isWorthTrying || tried === manners.retries) return answer;
    await wait(Math.min(after ?? manners.backoff * 2 ** tried, 60_000));
  }
}

type Attempt = {
  readonly answer: Answer;
  readonly isWorthTrying?: boolean;
  /** Milliseconds for which the server asks us to wait. */
  readonly after?: number;
};

async function ask(url: string, { timeout, maxBytes }: Manners): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      headers: { 'user-agent': USER_AGENT, accept: 'application/atom+xml, application/json' },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      const after = Number(response.headers.get('retry-after'));
      await response.body?.cancel();
      return {
        answer: { problem: `${url} answered with status ${response.status}. ${cureOf(response.status)}` },
        isWorthTrying: response.status === 429 || response.status >= 500,
        ...(after > 0 && { after: after * 1000 }),
      };
    }
    return { answer: await readBody(response, url, maxBytes) };
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    const why = isSlow ? `did not answer within ${timeout / 1000} s` : 'cannot be reached';
    return { answer: { problem: `${url} ${why}. Check the connection and try again.` }, isWorthTrying: true };
  }
}

function cureOf(status: number): string {
  if (status === 404) return 'Check the id: there is no such paper there.';
  if (status === 429) return 'It was asked too often: try again in some minutes.';
  return status >= 500 ? 'Try again later.' : 'Check what you ask for.';
}

async function readBody(response: Response, url: string, maxBytes: number): Promise<Answer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > maxBytes)
      return { problem: `${url} answers with more than ${maxBytes} bytes. Ask for fewer papers at a time.` };
  }
  return { text: Buffer.concat(parts).toString('utf8'), isKept: false };
}

async function readKept(file: string): Promise<{ text: string; at: number } | undefined> {
  try {
    const { text, at } = JSON.parse(await readFile(file, 'utf8'));
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : undefined;
  } catch {
    return undefined;
  }
}

async function keep(file: string, folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.tmp`, JSON.stringify({ at: Date.now(), text }));
  await rename(`${file}.tmp`, file);
}
