// bench ingest: time and memory of whole runs of the command on a bibliography, in a folder of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeBibliography, writeMadeUpSurvey } from './made-up-survey.ts';
import { runMeasured } from './process.ts';
import { copySoftware } from './synthetic-survey.ts';

/**
 * Ingests so many records into an empty survey, and then all that is listed, which has nothing new; `tell` is called with
 * what is being done. Seconds and bytes.
 */
export async function measureIngest(
  papers: number,
  tell: (text: string) => void,
): Promise<Record<string, number>> {
  const root = await mkdtemp(join(tmpdir(), 'conspectus-bench-'));
  try {
    await writeMadeUpSurvey(root);
    await writeFile(join(root, 'refs.bib'), makeBibliography(papers));
    // Beside its software a survey keeps what its sources say.
    await copySoftware(root);
    const script = resolve(import.meta.dirname, '../conspectus.ts');
    tell('first run');
    const first = await runMeasured(root, { script, args: ['ingest', 'refs.bib'] });
    tell('nothing new');
    const again = await runMeasured(root, { script, args: ['ingest'] });
    return {
      ingest: first.seconds,
      ingestEach: first.seconds / papers,
      ingestPeak: first.peak ?? 0,
      ingestAgain: again.seconds,
      ingestAgainPeak: again.peak ?? 0,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
