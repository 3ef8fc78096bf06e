/** School codes (RULE-507): six characters, mostly digits; whether a school exists is for the code list to say. */

/** True for a text that has the form of a school code: place, owner and kind (letters possible), number. */
export function isSchoolCode(text: string): boolean {
  return /^\d{2}[0-9A-Z]{2}\d{2}$/.test(text);
}
