/** HTML by tagged template: everything put into a template is escaped unless it is markup already. */

/** A piece of HTML that is safe to insert as it is. Only `markup` and `trusted` make one. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** Text → HTML text, safe between tags and inside quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(render).join('');
  return escape(String(part));
}

/** The tag: markup`<p>${text}</p>`. Null, undefined and false come out as nothing; arrays are joined. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const out: string[] = [];
  strings.forEach((text, index) => {
    out.push(text, render(parts[index]));
  });
  return new Markup(out.join(''));
}

/** For our own style sheet and script, which must not be escaped. Never for data. */
export function trusted(html: string): Markup {
  return new Markup(html);
}
