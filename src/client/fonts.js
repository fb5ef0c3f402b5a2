// A classic script in the head: when the fonts come (tokens.css) is to be known before the first paint.
{
  const show = () => document.documentElement.setAttribute('data-fonts', '');
  // Who comes from another page has them, and text that changes its look on every page would be worse than waiting.
  if (location.protocol === 'file:' || document.referrer.startsWith(`${location.origin}/`)) show();
  // The first paint need not wait for them.
  else new PerformanceObserver(show).observe({ type: 'paint', buffered: true });
}
