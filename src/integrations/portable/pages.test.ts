import { expect, test } from 'vitest';
import { applyPlan, type PortableSite, planPortablePage } from './pages.ts';

const names = new Set(['index.html', 'papers/index.html', 'a.css', 'a.js', 'b.js', 'data/papers.json']);
const site: PortableSite = {
  base: '/',
  has: (name) => names.has(name),
  bundleOf: (modules) => `portable/${modules.join('+').replaceAll('.js', '')}.js`,
};
const make = (html: string) => applyPlan(html, planPortablePage(html, 'papers/index.html', site));

test('what needs no change keeps every letter', () => {
  const html =
    '<!DOCTYPE html><p class=a  title=\'"\'>Fish &amp; chips &copy;<br><a HREF="#x">x</a><!-- - -->';
  expect(make(html)).toBe(html);
});

test('addresses are relative, in templates, pictures and for readers without scripts too', () => {
  expect(make('<noscript><a href="/">a</a></noscript>')).toBe(
    '<noscript><a href="../index.html">a</a></noscript>',
  );
  expect(make('<a href="/?q=a&amp;b">a</a><template><img src="/a.css"></template>')).toBe(
    '<a href="../index.html?q=a&amp;b">a</a><template><img src="../a.css"></template>',
  );
  expect(make('<svg><a href="/papers/">p</a></svg><form action="/">')).toBe(
    '<svg><a href="index.html">p</a></svg><form action="../index.html">',
  );
});

test('attributes that scripts read: the root, a file, and what only looks like an address', () => {
  expect(make('<x-y data-base="/" data-source="/data/papers.json" data-text="/or" data-n="1"></x-y>')).toBe(
    '<x-y data-base="../" data-source="../data/papers.json" data-text="/or" data-n="1"></x-y>',
  );
});

test('one deferred script stands for all modules', () => {
  const html =
    '<script type="module" src="/a.js"></script><p></p><script type="module" src="/b.js"></script><script type="application/ld+json">{}</script>';
  expect(make(html)).toBe(
    '<script defer src="../portable/a+b.js"></script><p></p><script type="application/ld+json">{}</script>',
  );
  expect(() => make('<script type="module">run()</script>')).toThrow('a module stands in the page itself');
  expect(() => make('<script type="module" src="/gone.js"></script>')).toThrow('there is no script /gone.js');
});

test('what needs a server is left out, what stands in for it is shown', () => {
  const html =
    '<link rel="manifest" href="/m"><link rel="preload" href="/a.css"><link rel="stylesheet" href="/a.css"><p data-hosted-only><a href="/gone">x</a></p><p data-portable-only hidden>y</p>';
  expect(make(html)).toBe('<link rel="stylesheet" href="../a.css"><p data-portable-only >y</p>');
});

test('what is left out ends where it ends, whatever is in it', () => {
  const html =
    '<div data-hosted-only><div><br><svg><path/></svg></div><a href="/gone">x</a></div><div>y</div>';
  expect(make(html)).toBe('<div>y</div>');
  expect(make('<link rel="manifest" href="/m" /><p>y</p>')).toBe('<p>y</p>');
});

test('an old address leads on', () => {
  expect(make('<meta http-equiv="refresh" content="0;url=/papers/">')).toBe(
    '<meta http-equiv="refresh" content="0;url=index.html">',
  );
});

test('addresses that lead nowhere are told, all of them', () => {
  const { missing } = planPortablePage('<a href="/gone/"></a><img src="/lost.png">', 'index.html', site);
  expect(missing).toEqual(['/gone/', '/lost.png']);
});
