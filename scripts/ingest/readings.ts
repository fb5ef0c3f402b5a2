// What sources say, as the last run has read them: the same text read by the same software says the same.
import { fingerprintEngine } from '../../src/catalog/engine.ts';
import { openTexts } from '../../src/catalog/kept-texts.ts';
import type { LineRole } from '../../src/ingest/adapter.ts';
import { readSource, type Step } from '../../src/ingest/ingest.ts';
import type { Input } from './inputs.ts';

/** How many lines of a source have which role. */
export type LineCounts = Readonly<Record<LineRole, number>>;

/** Reads sources. */
export type Readings = {
  /** Reads a source, one paper after the other, and returns what its lines are. */
  readonly read: (input: Input) => Generator<Step, LineCounts>;
  /** Keeps what has been read for the next run. */
  readonly save: () => Promise<void>;
};

type Reading = { readonly steps: readonly Step[]; readonly lines: LineCounts };

/** Path of a source as messages show it. */
export const sourceFile = ({ source }: Input): string => `content/sources/${source.file}`;

function* readInput(input: Input): Generator<Step, LineCounts> {
  const roles = yield* readSource(input.text, input.adapter, input.source, sourceFile(input));
  const lines = { entry: 0, header: 0, blank: 0, 'not-understood': 0 };
  for (const role of roles) lines[role]++;
  return lines;
}

/** Reads each source anew, and keeps nothing. */
export const READ_ANEW: Readings = { read: readInput, save: async () => undefined };

/** Opens what runs below `root` have read; once `all` sources are read, what others said is forgotten. */
export async function openReadings(root: string, sources: 'all' | 'some'): Promise<Readings> {
  const kept = await openTexts<Reading>(root, 'readings.lines', fingerprintEngine(root));
  function* read(input: Input): Generator<Step, LineCounts> {
    const { adapter, source, text } = input;
    const { file, listed, columns } = source;
    const key = JSON.stringify([adapter.id, file, listed, columns, text]);
    const known = kept.find(key);
    if (known) {
      yield* known.steps;
      return known.lines;
    }
    const steps: Step[] = [];
    const reading = readInput(input);
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done) return kept.add(key, { steps, lines: next.value }).lines;
      steps.push(next.value);
      yield next.value;
    }
  }
  return { read, save: () => kept.save(sources === 'all' ? 'forget' : 'keep') };
}
