/** School codes as systems write them: six characters, and what some put after them. */

export interface SchoolCodeForm {
  /** Letters, one of which may follow the six characters and is no part of the code: `124311D`, D for the day division. */
  readonly suffix?: string;
  /** True when a full stop and the school's name may follow: `210305.國立台南第一高級中學`. */
  readonly named?: boolean;
}

/** `text` without what the form allows after six characters; as it stands where that does not apply. */
export function plainSchoolCode(text: string, { suffix = '', named = false }: SchoolCodeForm): string {
  const code = named ? text.replace(/^([0-9A-Z]{6,7})\..*$/su, '$1') : text;
  return /^[0-9A-Z]{7}$/.test(code) && suffix.includes(code.slice(6)) ? code.slice(0, 6) : code;
}
