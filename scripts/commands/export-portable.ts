// conspectus export portable: the built site as a folder to read from, and as the zip of it.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { renderMegabytes } from '../../src/core/offline-edition.ts';
import { makePortableEdition } from '../../src/integrations/portable/edition.ts';
import { writeFolder, writeZip } from '../../src/integrations/portable/write.ts';
import { listFiles } from '../../src/integrations/site-files.ts';
import { portableName } from '../../src/site/offline.ts';
import { createUrls } from '../../src/site/urls.ts';

const BUILT = 'dist';

/** Writes both into `out`, in place of what an earlier run left there. */
export async function exportPortable(out = 'dist-portable'): Promise<number> {
  if (!existsSync(join(BUILT, 'pagefind', 'pagefind.js'))) {
    console.error('The site is not built. Run npm run build first.');
    return 2;
  }
  const { survey } = toCatalog(await loadContent(process.cwd()));
  const name = portableName(survey.title);
  // The same variable tells astro.config.mjs the path that the site is served under.
  const site = { folder: BUILT, base: createUrls(process.env['BASE_PATH'] ?? '/').home() };
  await mkdir(out, { recursive: true });
  const names = await listFiles(BUILT);
  await writeFolder(join(out, name), makePortableEdition(site, names));
  const bytes = await writeZip(join(out, `${name}.zip`), name, makePortableEdition(site, names));
  console.log(`${join(out, name, 'index.html')}  opens by double click`);
  console.log(`${join(out, `${name}.zip`)}  ${renderMegabytes(bytes)}`);
  return 0;
}
