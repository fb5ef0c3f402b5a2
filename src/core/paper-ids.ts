// What the identifiers of papers look like, without anything that a reader's browser would have to load besides.

/** The forms that a text may be searched for, as pieces of regular expressions. */
export const ID_FORMS = {
  // "2501.01234", "q-bio/0601001", "math.GT/0309136"; whether there is such a month, only an entry has to know
  arxiv: String.raw`\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}`,
  // "10.1000/bees.2025.7"; old ones of Wiley name the article in angle brackets: "<1661::AID-SIM968>"
  doi: String.raw`10\.\d{4,9}/(?:[^\s"<>]|<[\w.+-]+:[\w.:+-]*>)+`,
  openreview: '[A-Za-z0-9_-]{5,20}', // "aB3_xYz9Qr"
  acl: String.raw`[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+`, // "P19-1001", "2025.bees-main.12"
} as const;

/** What each identifier of an entry looks like; the sources of papers are read by the same forms. */
export const IDENTIFIERS = {
  // "2501.01234", "0704.0001" (four digits until 2014), "q-bio/0601001": year, month, number
  arxiv:
    /^(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-8]\d)(?:0[1-9]|1[0-2])\.\d{5}|[a-z-]+(?:\.[A-Z]{2})?\/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])\d{3})$/,
  doi: whole(ID_FORMS.doi),
  openreview: whole(ID_FORMS.openreview),
  acl: whole(ID_FORMS.acl),
  orcid: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, // "0000-0001-2345-6789"
} as const;

/** A text that is this and no more. */
function whole(form: string): RegExp {
  return new RegExp(`^(?:${form})$`);
}
