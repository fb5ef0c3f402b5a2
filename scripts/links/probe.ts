// Asks servers whether their pages are still there, as a polite guest: one request a host at a time, with a pause
// between two, HEAD before GET, a name that says who asks, and no second try where a server is busy or refuses.

/** What came out: `gone` is said only of a page that answered 404 or 410 to two GET requests, some time apart. */
export type Probe = { readonly url: string; readonly state: 'alive' | 'gone' | 'unknown' };

/** How to ask. Times are in milliseconds. */
export type ProbeOptions = {
  readonly userAgent: string;
  /** Between two requests to one host. */
  readonly delay: number;
  readonly timeout: number;
  /** How many hosts are asked at the same time. */
  readonly hosts: number;
  /** Whether an address that a server sends us on to may be asked. */
  readonly mayFollow: (url: string) => boolean;
  readonly onProbe?: (probe: Probe) => void;
};

/** Asks for all addresses; never throws, for what cannot be asked is unknown. */
export async function probeAll(urls: readonly string[], options: ProbeOptions): Promise<Probe[]> {
  const queue = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const probes: Probe[] = [];
  const work = async (): Promise<void> => {
    for (let own = queue.shift(); own; own = queue.shift()) {
      for (const probe of await probeHost(own, options)) {
        probes.push(probe);
        options.onProbe?.(probe);
      }
    }
  };
  await Promise.all(Array.from({ length: options.hosts }, work));
  return probes;
}

/** One host: all its pages once, then those that seem gone a second time. */
async function probeHost(urls: readonly string[], options: ProbeOptions): Promise<Probe[]> {
  const ask = makeAsker(options);
  const states = new Map<string, Answer>();
  for (const url of urls) states.set(url, await askTwoWays(url, ask));
  for (const [url, answer] of states) if (answer === 'gone') states.set(url, await ask(url, 'GET'));
  return [...states].map(([url, answer]) => ({ url, state: answer === 'busy' ? 'unknown' : answer }));
}

type Answer = Probe['state'] | 'busy';
type Ask = (url: string, method: 'HEAD' | 'GET') => Promise<Answer>;

/** Many servers answer HEAD wrongly: what it says counts only where the page is there. */
async function askTwoWays(url: string, ask: Ask): Promise<Answer> {
  const answer = await ask(url, 'HEAD');
  return answer === 'alive' || answer === 'busy' ? answer : ask(url, 'GET');
}

/** Makes the asker of one host. A host that says it is busy is asked nothing more. */
function makeAsker({ userAgent, delay, timeout, mayFollow }: ProbeOptions): Ask {
  let isFirst = true;
  let isBusy = false;
  return async (url, method) => {
    if (isBusy) return 'busy';
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, delay));
    isFirst = false;
    try {
      const status = await followTo(url, mayFollow, {
        method,
        headers: { 'User-Agent': userAgent, Accept: 'text/html,*/*' },
        signal: AbortSignal.timeout(timeout),
      });
      isBusy = status === 429 || status === 503;
      return isBusy ? 'busy' : judge(status);
    } catch {
      return 'unknown';
    }
  };
}

/** As many as `fetch` follows by itself. */
const MOST_REDIRECTS = 20;

/** The status at the end of all redirects; that of a redirect where it must not be followed. */
async function followTo(
  url: string,
  mayFollow: ProbeOptions['mayFollow'],
  request: RequestInit,
): Promise<number> {
  let address = url;
  for (let left = MOST_REDIRECTS; ; left--) {
    const { status, headers, body } = await fetch(address, { ...request, redirect: 'manual' });
    await body?.cancel();
    const to = status >= 300 && status < 400 ? headers.get('Location') : null;
    if (to === null || left === 0) return status;
    address = new URL(to, address).href;
    if (!mayFollow(address)) return status;
  }
}

/** 404 Not Found and 410 Gone mean what they say (RFC 9110, 15.5.5 and 15.5.11); 403 may only mean us. */
function judge(status: number): Probe['state'] {
  if (status >= 200 && status < 300) return 'alive';
  return status === 404 || status === 410 ? 'gone' : 'unknown';
}
