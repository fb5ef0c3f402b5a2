// Most abstracts are one line without any mark: those need no Markdown parser.
import type { Root } from 'mdast';
import type { Processor } from 'unified';

export type PlainOptions = {
  /** Reads a text that has nothing for the parser to find, as the parser would; undefined for all others. */
  readonly parsePlain: (text: string) => Root | undefined;
};

/** Puts `parsePlain` before the parser of Markdown. */
export function remarkPlain(this: Processor, { parsePlain }: PlainOptions): void {
  const { parser } = this;
  if (!parser) throw new Error('remarkPlain has to come after the parser.');
  this.parser = (text, file) => parsePlain(text) ?? parser(text, file);
}
