// Answers may overtake each other; only the answer to the latest question counts.

/** Wraps an asynchronous function so that an answer, or a failure, which a later question overtook is `undefined`. */
export function latestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | undefined> {
  let latest = 0;
  return async (question) => {
    const own = ++latest;
    try {
      const answer = await ask(question);
      return own === latest ? answer : undefined;
    } catch (error) {
      if (own === latest) throw error;
      return undefined;
    }
  };
}
