// Evidence: what makes a result believable is the sentence of the abstract that states it.

/**
 * All numbers in a text, as values: "94.0", "1,200" and "+4.5%" give 94, 1200 and 4.5. A number glued to
 * letters ("7B", "R1", "17×" is not one of them) counts too, since abstracts write "2.7X".
 */
function numbersIn(text: string): number[] {
  return (text.match(/\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? []).map((number) =>
    Number(number.replaceAll(',', '')),
  );
}

/** Whether a text states a number, whatever its sign and its trailing zeros. */
export function statesNumber(text: string, value: number): boolean {
  return numbersIn(text).includes(Math.abs(value));
}
