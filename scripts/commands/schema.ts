// conspectus schema: content/README.md, made from the schemas so that it cannot be out of date.
import { parseArgs } from 'node:util';
import { saveFiles } from '../../src/catalog/files.ts';
import { renderContentReadme } from '../../src/catalog/readme.ts';

/** Writes content/README.md, or prints it with --print. */
export async function schema(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { print: { type: 'boolean' } } });
  const text = renderContentReadme();
  if (values.print) console.log(text);
  else await saveFiles(process.cwd(), { write: new Map([['content/README.md', text]]) });
  return 0;
}
