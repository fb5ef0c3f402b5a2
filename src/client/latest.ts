// Answers may overtake each other; only the answer to the latest question counts.

/**
 * Wraps an asynchronous function so that an answer, or a failure, which a later question overtook is `undefined`; the
 * signal tells the function that nobody waits for its answer any more.
 */
export function latestOnly<Question, Answer>(
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
): (question: Question) => Promise<Answer | undefined> {
  let latest = new AbortController();
  return async (question) => {
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    try {
      const answer = await ask(question, signal);
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (!signal.aborted) throw error;
      return undefined;
    }
  };
}
