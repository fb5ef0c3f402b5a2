// The tags of a page, one after the other, and where they stand. Nothing is made of what is between them: for this
// htmlparser2's tokenizer does, and it takes less time than its parser. Pure.
import { Tokenizer } from 'htmlparser2';

/** An attribute, its value without references such as `&amp;`, and where it stands. */
export type Attribute = {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};
/** An element, and where its first tag starts. */
export type Element = {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly start: number;
};

/** Is told of each tag, and where it ends. An empty element is never closed. */
export type TagReader = {
  readonly open: (element: Element, end: number, isEmpty: boolean) => void;
  readonly close: (name: string, end: number) => void;
};

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Reads the tags of a page. */
export function readTags(html: string, { open, close }: TagReader): void {
  let element: { name: string; attributes: Attribute[]; start: number } = {
    name: '',
    attributes: [],
    start: 0,
  };
  let name = '';
  let value = '';
  let start = 0;
  const finish = (last: number, isEmpty: boolean) =>
    open(element, last + 1, isEmpty || VOID.has(element.name));
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: (from, to) => {
        element = { name: html.slice(from, to).toLowerCase(), attributes: [], start: from - 1 };
      },
      onattribname: (from, to) => {
        [name, value, start] = [html.slice(from, to).toLowerCase(), '', from];
      },
      onattribdata: (from, to) => {
        value += html.slice(from, to);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: (_, end) => {
        element.attributes.push({ name, value, start, end });
      },
      onopentagend: (last) => finish(last, false),
      onselfclosingtag: (last) => finish(last, true),
      onclosetag: (from, to) => close(html.slice(from, to).toLowerCase(), html.indexOf('>', to) + 1),
      ontext: ignore,
      ontextentity: ignore,
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
