// conspectus export: the survey, or a part of it, in another form.
import { parseArgs } from 'node:util';
import { exportPortable } from './export-portable.ts';

const USAGE = 'Usage: npm run conspectus -- export portable [--out FOLDER]';

/** Exports in the form that the first argument names. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 1 && positionals[0] === 'portable') return exportPortable(values.out);
  console.error(USAGE);
  return 2;
}
