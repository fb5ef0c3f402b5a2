// Most abstracts are one line without any mark: those need no Markdown parser.
import type { Node, Root } from 'mdast';

export type PlainOptions = {
  /** Reads a text that has nothing for the parser to find, as the parser would; undefined for all others. */
  readonly parsePlain: (text: string) => Root | undefined;
};

/** What reads Markdown, as far as it matters here. */
type Reader = { parser?: ((text: string, file: never) => Node) | undefined };

/** Puts `parsePlain` before the parser of Markdown. */
export function remarkPlain(this: Reader, { parsePlain }: PlainOptions): void {
  const { parser } = this;
  if (!parser) throw new Error('remarkPlain has to come after the parser.');
  this.parser = (text, file) => parsePlain(text) ?? parser(text, file);
}
