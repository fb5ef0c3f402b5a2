// Questions at a terminal, for what the arguments do not say.
import { createInterface } from 'node:readline';

/** Asks a person; both give an empty text where nothing is answered. */
export type Asker = {
  /** One line; nothing at all where the input has ended (Ctrl-D), which agrees to nothing. */
  readonly line: (question: string) => Promise<string | undefined>;
  /** Several lines: up to an empty one, or to the one that makes the answer whole. */
  readonly lines: (question: string, isWhole?: (answer: string) => boolean) => Promise<string>;
  readonly tell: (message: string) => void;
  readonly close: () => void;
};

/** Whether the last line of an answer is empty. */
function endsEmpty(answer: string): boolean {
  return /(?:^|\n)[^\S\n]*\n$/.test(answer);
}

/** Asks at a terminal, or at any pair of streams. */
export function openAsker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  const reader = createInterface({ input });
  const answers = reader[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await answers.next();
    return done ? undefined : value;
  };
  return {
    async line(question) {
      output.write(`${question} `);
      return (await next())?.trim();
    },
    async lines(question, isWhole = endsEmpty) {
      output.write(`${question}\n`);
      let answer = '';
      for (let line = await next(); line !== undefined; line = await next()) {
        answer += `${line}\n`;
        if (isWhole(answer)) break;
      }
      return answer.trim();
    },
    tell: (message) => void output.write(`${message}\n`),
    close: () => reader.close(),
  };
}
