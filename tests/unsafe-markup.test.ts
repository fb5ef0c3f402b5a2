// The judge of other tests is tested first: each of these is found, and what the site itself uses is not.
import { expect, test } from 'vitest';
import { findUnsafeMarkup } from './unsafe-markup.ts';

test.each([
  '<script>run()</script>',
  '<script src="https://evil.example/a.js"></script>',
  '<script src="//evil.example/a.js"></script>',
  '<script src="data:text/javascript,run()"></script>',
  '<script type="module">run()</script>',
  '<p onclick="run()">',
  '<svg onload=run()>',
  '<svg><a xlink:href="javascript:run()">x</a></svg>',
  '<svg><animate attributeName="href" to="javascript:run()"/></svg>',
  '<a href="javascript:run()">x</a>',
  '<a href=" java\nscript:run()">x</a>',
  '<a href="data:text/html,x">x</a>',
  '<form action="javascript:run()"></form>',
  '<p style="color: red">',
  '<style>p {}</style>',
  '<iframe src="/x"></iframe>',
  '<iframe srcdoc="x"></iframe>',
  '<base href="https://evil.example/">',
  '<img src="https://evil.example/a.png">',
  '<img src="//evil.example/a.png">',
  '<template><img src=x onerror=run()></template>',
])('%s', (html) => {
  expect(findUnsafeMarkup(html)).not.toEqual([]);
});

test.each([
  '<script type="module" src="/_astro/a.js"></script>',
  '<script type="application/ld+json">{"a":"<b>"}</script>',
  '<a href="https://example.org/">x</a> <a href="mailto:a@example.org">x</a> <a href="#x">x</a>',
  '<svg viewBox="0 0 1 1"><circle r="1" fill="red"/></svg>',
  '<p>&lt;script&gt;run()&lt;/script&gt; javascript:run()</p>',
])('but not %s', (html) => {
  expect(findUnsafeMarkup(html)).toEqual([]);
});
