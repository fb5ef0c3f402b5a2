import { expect, test } from 'vitest';
import { compilePhrase, makePhraseFilter, matchPhrase } from './phrases.ts';

const find = (phrase: string, text: string) =>
  makePhraseFilter([compilePhrase(phrase)])(text)
    .flatMap((known) => matchPhrase(known, text))
    .map(([words]) => words);

test.each([
  ['waggle dance', 'Waggle-dances are seen', ['Waggle-dances']],
  ['nest site', 'nesting sites, a nest siting', []],
  ['RL', 'rl and RL and RLs and GRL', ['RL', 'RLs']],
  ['swarm*', 'Swarming swarmed', ['Swarming', 'swarmed']],
  ['C++', 'in C++ and C', ['C++']],
  ['nest box', 'nests-boxes', ['nests-boxes']],
  ['Müller', 'MÜLLER, müllers', ['MÜLLER', 'müllers']],
  ['蜂', '蜂 is a bee', ['蜂']],
  ['hive (old)', 'the hive (old) one', ['hive (old)']],
  ['*', 'a, b', ['a', '', 'b']],
])('“%s” in “%s”', (phrase, text, found) => {
  expect(find(phrase, text)).toEqual(found);
});
