// Files made at build as routes: what the route has of an address, and what it answers.
import type { APIContext } from 'astro';
import type { ExportFile } from '../site/export-files.ts';

/** The routes below `folder`, such as `data/`. */
export function routesBelow(folder: string, files: readonly ExportFile[]) {
  return files.map((file) => ({ params: { file: file.path.slice(folder.length) }, props: { file } }));
}

/** Answers with the file of a route. */
export function respond({ props }: APIContext): Response {
  const { type, render } = (props as { file: ExportFile }).file;
  return new Response(render(), { headers: { 'Content-Type': type } });
}
