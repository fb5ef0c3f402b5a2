// Files are made portable while the site is built: what other files it is going to have is guessed.
import { join } from 'node:path';
import { type BuiltSite, listFiles } from '../site-files.ts';
import type { SitePaths } from './addresses.ts';
import { type Ahead, type Earlier, makePortableEdition } from './edition.ts';
import { isFile, makePortable, type Portable } from './work.ts';

/** A site that is being built. */
type Plan = {
  /** Files that it is going to have. */
  readonly expected: readonly string[];
  /** Files to be made ahead, each when it is there. When they end, all of the site is. */
  readonly files: AsyncIterable<string>;
  readonly earlier: Earlier | undefined;
  readonly digestOf: (source: string) => string;
};

/** Files were made ahead that are not as they would be made now. */
export class WrongGuess extends Error {}

/**
 * What the edition is made of, as with `makePortableEdition`: some files while the site is built, the rest after. Fails with
 * `WrongGuess` where it has to be made once more, now that all of the site is there: an address led to a file that nobody
 * had expected, or to none, or something has changed a file since.
 */
export async function* makeAhead(
  site: BuiltSite,
  { expected, files, earlier, digestOf }: Plan,
): AsyncGenerator<Portable> {
  const guess = guessFiles(site.folder, expected);
  const ahead: Ahead[] = [];
  const digests = new Map<string, string>();
  for await (const source of files) {
    digests.set(source, digestOf(source));
    const made = earlier?.has(source, guess)
      ? earlier.read(source)
      : makePortable(site.folder, source, { base: site.base, has: guess.has });
    // Its files would fill the memory.
    ahead.push({ source, scripts: made.scripts, missing: made.missing });
    yield made;
  }
  const names = await listFiles(site.folder);
  const there = new Set(names);
  const isSame = ([name, digest]: [string, string]) => there.has(name) && digestOf(name) === digest;
  if (!guess.isRight(there) || ![...digests].every(isSame)) throw new WrongGuess();
  yield* makePortableEdition(site, names, { earlier, ahead });
}

/** Looks among the files that are expected and those that are there, and remembers what it has said. */
function guessFiles(folder: string, expected: readonly string[]) {
  const isExpected = new Set(expected);
  const said = new Map<string, boolean>();
  const has: SitePaths['has'] = (name) => {
    const answer = said.get(name) ?? (isExpected.has(name) || isFile(join(folder, name)));
    said.set(name, answer);
    return answer;
  };
  const isRight = (there: ReadonlySet<string>) =>
    [...said].every(([name, answer]) => there.has(name) === answer);
  return { has, isRight };
}
