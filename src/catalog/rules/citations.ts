// Essays and reading paths: what they cite is there, and nothing is left out.
import { citedSlugs, locateCitations } from '../../core/citations.ts';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { parsePathBody } from '../../core/path-steps.ts';
import { suggest } from '../../core/text.ts';
import type { LoadedPath, LoadedTheme, Unchecked } from '../content.ts';
import { type BodyPlace, placeInBody } from '../places.ts';

/** To compare a slug with all others takes long; after so many slips in a text, others are compared with so many. */
const MOST_GUESSES = 100;

/** Whether an entry could not be read: what is wrong with it is told in its place, and only there. */
function isUnread(slug: string, { entrySlugs, entries }: Unchecked): boolean {
  return entrySlugs.includes(slug) && !entries.some(({ entry }) => entry.slug === slug);
}

/** Essays and paths cite only entries that exist. */
export function checkCitations(body: string, located: BodyPlace, content: Unchecked): Diagnostic[] {
  const slugs = content.entries.filter(({ entry }) => !entry.fields.stub).map(({ entry }) => entry.slug);
  return locateCitations(body)
    .filter(({ slug }) => !slugs.includes(slug) && !isUnread(slug, content))
    .map(({ slug, offset }, index) =>
      diagnose(
        'unknown-citation',
        placeInBody(body, offset, located),
        `There is no entry ${slug} to cite.`,
        suggest(slug, index < MOST_GUESSES ? slugs : slugs.slice(0, MOST_GUESSES)),
      ),
    );
}

/** An essay, where a theme has one, leaves out no paper of the theme: it cites each, or names it in `also`. */
export function checkEssay({ theme, file, bodyLine, front }: LoadedTheme, content: Unchecked): Diagnostic[] {
  if (theme.body.trim() === '') return [];
  const also = theme.fields.also ?? [];
  const told = new Set([...citedSlugs(theme.body), ...also]);
  const own = content.entries
    .filter(({ entry }) => entry.fields.themes[0] === theme.id && !entry.fields.stub)
    .map(({ entry }) => entry.slug);
  const strangers = also.flatMap((slug, index) =>
    own.includes(slug) || isUnread(slug, content)
      ? []
      : [
          diagnose(
            'essay-also',
            front.locate(['also', index]),
            `The entry ${slug} is not of this theme.`,
            suggest(slug, own),
          ),
        ],
  );
  const left = own
    .filter((slug) => !told.has(slug))
    .map((slug) =>
      diagnose(
        'essay-incomplete',
        { file, line: bodyLine, column: 1 },
        `The essay leaves out ${slug}, a paper of the theme.`,
        `Cite it as [@${slug}], or name it in the field also.`,
      ),
    );
  return [...strangers, ...left];
}

/** A path has steps, and each of them leads to another paper. */
export function checkPathSteps({ path, ...located }: LoadedPath): Diagnostic[] {
  const cure = 'Write each as a line such as: 1. [@nest-choice] See how the scouts vote.';
  const { steps } = parsePathBody(path.body);
  const place = { file: located.file, line: located.bodyLine, column: 1 };
  if (steps.length === 0) return [diagnose('path-step', place, 'The path has no numbered steps.', cure)];
  const slugs = steps.map(({ slug }) => slug);
  return steps.flatMap(({ slug, offset }, index) => {
    const isRepeated = slug !== undefined && slugs.indexOf(slug) < index;
    if (slug && !isRepeated) return [];
    const message = isRepeated
      ? `The step leads to ${slug} a second time.`
      : 'The step does not begin with its only citation, followed by a sentence.';
    const remedy = isRepeated ? 'Remove it, or lead on to another paper.' : cure;
    return [diagnose('path-step', placeInBody(path.body, offset, located), message, remedy)];
  });
}
