// check --links: which outgoing links lead nowhere any more.
import type { Content } from '../../src/catalog/content.ts';
import { isPublic, listOutgoing } from '../../src/catalog/outgoing-links.ts';
import { type Diagnostic, diagnose, sortDiagnostics } from '../../src/core/diagnostics.ts';
import { count } from '../../src/core/words.ts';
import { readCache, writeCache } from './cache.ts';
import { type ProbeOptions, probeAll } from './probe.ts';

/** What the servers are told and given; the address of the survey says who asks. */
function optionsFor(content: Content): ProbeOptions {
  const contact = content.survey ? ` (+${content.survey.address})` : '';
  const userAgent = `conspectus-link-check${contact}`;
  return { userAgent, delay: 1_500, timeout: 20_000, hosts: 6, mayFollow: isPublic };
}

/** Asks for the links that nobody has asked for lately, and reports those that are gone, at each place. */
export async function checkLinks(
  root: string,
  content: Content,
  say: (line: string) => void,
): Promise<Diagnostic[]> {
  const now = new Date();
  const links = listOutgoing(content);
  const known = await readCache(root, now);
  const open = [...links.keys()].filter((url) => !known.has(url));
  const hosts = new Set(open.map((url) => new URL(url).host));
  say(`${count(links.size, 'link')}: asking ${count(hosts.size, 'host')} for ${open.length} of them.`);
  const probes = await probeAll(open, optionsFor(content));
  await writeCache(root, probes, now);
  const all = [...known.values(), ...probes].filter(({ url }) => links.has(url));
  const unknown = all.filter(({ state }) => state === 'unknown').length;
  if (unknown > 0) say(`${count(unknown, 'link')} gave no clear answer; they are asked again next time.`);
  return sortDiagnostics(
    all
      .filter(({ state }) => state === 'gone')
      .flatMap(({ url }) => (links.get(url) ?? []).map((place) => reportGone(url, place))),
  );
}

function reportGone(url: string, place: Diagnostic['place']): Diagnostic {
  return diagnose(
    'link-gone',
    place,
    `The page ${url} is gone: its server said so twice.`,
    'Write its new address, or one from an archive, or leave the link out.',
  );
}
