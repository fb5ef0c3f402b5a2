// Answers may overtake each other; only the answer to the latest question counts.

/** Wraps an asynchronous function so that an answer which a later question overtook becomes `undefined`. */
export function latestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer | undefined> {
  let latest = 0;
  return async (question) => {
    const own = ++latest;
    const answer = await ask(question);
    return own === latest ? answer : undefined;
  };
}
