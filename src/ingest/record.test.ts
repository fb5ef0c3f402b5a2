import { expect, test } from 'vitest';
import { type RawRecord, readRecord } from './record.ts';

const info = { file: 'bees.xml', format: 'acl-anthology', listed: '2025-06-01', origin: 'A listing' };
const raw: RawRecord = { lines: [3, 9], at: () => ({ line: 5, column: 7 }), title: 'Nest Choice' };

test('an ORCID that is none is reported and left out; others are kept', () => {
  const findings = readRecord(
    {
      ...raw,
      authors: ['Ada Byron', 'Grace Hopper', 'Mary Anning'],
      orcids: {
        'Ada Byron': '0000-0001-2345-672X',
        'Grace Hopper': '0000-0001-2é345-6789',
        'Mary Anning': '0000-0001-2345-678X',
      },
    },
    info,
  );
  const drafts = findings.flatMap((finding) => ('draft' in finding ? [finding.draft.orcids] : []));
  const messages = findings.flatMap((finding) =>
    'diagnostic' in finding ? [finding.diagnostic.message] : [],
  );
  expect(drafts).toEqual([{ 'Ada Byron': '0000-0001-2345-672X' }]);
  expect(messages).toEqual([
    '“0000-0001-2é345-6789”, given for Grace Hopper, is no ORCID.',
    '“0000-0001-2345-678X”, given for Mary Anning, is no ORCID.',
  ]);
});
