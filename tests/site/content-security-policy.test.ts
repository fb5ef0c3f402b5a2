// The strict Content Security Policy, on every page of the site and of its portable edition, and that no page holds
// what the policy would refuse.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../src/site/content-security-policy.ts';
import { type PortableFolder, unpackPortableEdition } from '../portable-folder.ts';
import { elementsOf, findUnsafeMarkup } from '../unsafe-markup.ts';

let portable: PortableFolder;
beforeAll(async () => {
  portable = await unpackPortableEdition();
});
afterAll(() => portable.remove());

describe.each([
  ['the site', () => 'dist'],
  ['the portable edition', () => portable.folder],
])('%s', (_, folderOf) => {
  const pagesOf = () =>
    readdirSync(folderOf(), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind'))
      .map((name) => ({ name, html: readFileSync(join(folderOf(), name), 'utf8') }));

  test('has the policy on every page, once, before anything that is loaded', () => {
    const pages = pagesOf();
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter(({ html }) => !hasPolicyFirst(html)).map(({ name }) => name)).toEqual([]);
  });

  test('holds nothing that the policy refuses', () => {
    const found = pagesOf().flatMap(({ name, html }) =>
      findUnsafeMarkup(html).map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

test('the policy allows no inline script or style, and no other site', () => {
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none';/);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-(?:inline|hashes)|'unsafe-eval'|https?:|data:|\*/);
});

test('as a header it says the same, and that no other site may frame a page', () => {
  expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(
    `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  );
});

function hasPolicyFirst(html: string): boolean {
  const elements = elementsOf(fromHtml(html));
  const policies = elements.filter(({ properties }) =>
    [properties['httpEquiv']].flat().some((value) => /^content-security-policy$/i.test(String(value))),
  );
  const loads = elements.findIndex(({ tagName }) => ['link', 'script', 'img', 'svg'].includes(tagName));
  const [policy] = policies;
  if (policies.length !== 1 || !policy) return false;
  return (
    policy.properties['content'] === CONTENT_SECURITY_POLICY &&
    (loads < 0 || elements.indexOf(policy) < loads)
  );
}
