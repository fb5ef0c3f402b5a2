// How many hostile inputs are tried, by kind: node_modules/.bin/node tests/hostile/figures.ts
import { REFUSED } from './refused.ts';
import { DEAD_ENDS, TEXTS } from './texts.ts';

const refused = Map.groupBy(REFUSED, ({ rule }) => rule);
const rows: (readonly [number, string])[] = [
  ...[...refused].map(([rule, inputs]) => [inputs.length, `refused by the rule ${rule}`] as const),
  ...Object.entries(TEXTS).map(([kind, lines]) => [lines.length, `shown as text: ${kind}`] as const),
  [DEAD_ENDS.length, 'links that lead nowhere, which stop a build'],
];
for (const [number, kind] of rows) console.log(`${String(number).padStart(4)}  ${kind}`);
console.log(`${String(rows.reduce((sum, [number]) => sum + number, 0)).padStart(4)}  in all`);
