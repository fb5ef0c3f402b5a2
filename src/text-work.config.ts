// Finding the terms of texts and turning bodies into HTML, in a thread of its own: see catalog/survey-texts.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { TextAnswer, TextJob } from './catalog/survey-texts.ts';

const { terms, texts, bodies, base, words }: TextJob = workerData;
globalThis.CONSPECTUS_INTERFACE = words;
// After the words, which some modules ask for at once.
const [{ makeTermFinder }, { createRenderer }] = await Promise.all([
  import('./core/terms.ts'),
  import('./renderer.config.ts'),
]);

const findTerms = makeTermFinder(terms);
// Wanted first: with the terms it is found out which papers are alike.
answer({ mentions: texts.map(findTerms) });
const render = createRenderer(base, findTerms);
answer({ bodies: bodies.map(render) });

function answer(given: TextAnswer): void {
  parentPort?.postMessage(given);
}
