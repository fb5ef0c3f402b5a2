// A large site has more files than a system lets one program open at the same time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const FILES = 1000;
const MOST_OPEN = 256;

test('all files of a large site are read where few may be open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (let index = 0; index < FILES; index++) writeFileSync(join(folder, `${index}.html`), `page ${index}`);
  const module = pathToFileURL(join(import.meta.dirname, '../src/integrations/site-files.ts')).href;
  const script = `
    import { listFiles, readSiteFile } from ${JSON.stringify(module)};
    const folder = ${JSON.stringify(folder)};
    const files = (await listFiles(folder)).map((name) => readSiteFile(folder, name));
    console.log(files.filter(({ name, content }) => name === content.toString().replace('page ', '') + '.html').length);`;
  const limited = `ulimit -n ${MOST_OPEN} && exec "$0" --input-type=module --eval "$1"`;
  const output = execFileSync('sh', ['-c', limited, process.execPath, script], { encoding: 'utf8' });
  expect(output.trim()).toBe(String(FILES));
});
