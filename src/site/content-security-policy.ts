// What a page may load and run: only files of this site. Whatever markup got into a page by mistake then does nothing.
//
// Astro's own `security.csp` makes a policy of hashes for scripts and styles that stand in the page. Here none stand
// there, a list of hashes would change every page with every script, and the portable edition has other scripts: a
// policy of addresses is shorter, the same on all pages, and holds for all editions.

type Directives = Readonly<Record<string, readonly string[]>>;

/** What a `<meta>` element can say. */
const DIRECTIVES: Directives = {
  'default-src': ["'none'"],
  // Pagefind is WebAssembly, and so is compiled while the page runs; this allows nothing else of that kind.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
};

/** Browsers heed these in a header only. */
const IN_HEADER_ONLY: Directives = { 'frame-ancestors': ["'none'"] };

/** The policy that stands in every page. */
export const CONTENT_SECURITY_POLICY = render(DIRECTIVES);

/** What a server adds to every answer, where one can tell it to. The pages are safe without. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': render({ ...DIRECTIVES, ...IN_HEADER_ONLY }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

function render(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
