// Questions at a terminal, for what the arguments do not say.
import { createInterface } from 'node:readline';

/** Asks a person; both give an empty text where nothing is answered. */
export type Asker = {
  readonly line: (question: string) => Promise<string>;
  /** Several lines, up to an empty one. */
  readonly lines: (question: string) => Promise<string>;
  readonly close: () => void;
};

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
      return (await next())?.trim() ?? '';
    },
    async lines(question) {
      output.write(`${question}\n`);
      const all: string[] = [];
      for (let line = await next(); line !== undefined && line.trim() !== ''; line = await next())
        all.push(line);
      return all.join('\n');
    },
    close: () => reader.close(),
  };
}
