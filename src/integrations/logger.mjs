// What Astro says while it builds, as it says it: but it makes no pages itself (make-pages.ts), and would count none.
import log from 'astro/logger/node';

/** Makes what Astro's messages go to; JavaScript, for Astro takes nothing else. */
export default function createDestination() {
  const { write } = log();
  return {
    /** @param {Parameters<typeof write>[0]} event */
    write: (event) => write({ ...event, message: event.message.replace(/^0 page\(s\) built/, 'Built') }),
  };
}
