// ORCID: the number of a researcher, of which the last sign tells slips of the pen.

/**
 * Whether the last sign is the check digit of those before it, by ISO 7064, MOD 11-2: "0000-0002-1825-0097", and
 * "0000-0001-2345-672X" with X for 10. Only for what has the form of an ORCID.
 */
export function hasCheckDigit(orcid: string): boolean {
  const digits = orcid.replaceAll('-', '');
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? 'X' : String(check));
}
