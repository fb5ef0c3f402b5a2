import { expect, test } from 'vitest';
import { compilePhrase, findPhrase } from './phrases.ts';

test.each([
  ['waggle dance', 'Waggle-dances are seen', ['Waggle-dances']],
  ['nest site', 'nesting sites, a nest siting', []],
  ['RL', 'rl and RL and RLs and GRL', ['RL', 'RLs']],
  ['swarm*', 'Swarming swarmed', ['Swarming', 'swarmed']],
  ['C++', 'in C++ and C', ['C++']],
  ['hive (old)', 'the hive (old) one', ['hive (old)']],
])('“%s” in “%s”', (phrase, text, found) => {
  expect(findPhrase(compilePhrase(phrase), text)).toEqual(found);
});
