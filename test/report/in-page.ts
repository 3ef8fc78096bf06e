/** What is asked inside a page. Text and not functions, as the types of this project know no page. */

/** Breaks of what a reader who cannot see or point relies on: a list of the broken things. */
export const BARRIERS = `(() => {
  const found = [];
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const say = (what, elements) => { for (const element of elements) found.push(what + ': ' + element.outerHTML.slice(0, 90)); };
  const levels = all('h1,h2,h3').map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push('not one h1');
  if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1)) found.push('a heading level is left out');
  if (all('main').length !== 1 || all('body > header').length !== 1 || all('footer').length !== 1) found.push('landmarks');
  say('header cell without scope', all('th:not([scope])'));
  say('empty header cell', all('th').filter((cell) => cell.textContent.trim() === ''));
  say('table without name', all('table').filter((table) => document.getElementById(table.getAttribute('aria-labelledby')) === null));
  const width = (row) => [...row.children].reduce((sum, cell) => sum + cell.colSpan, 0);
  say('row of another width', all('table').flatMap((table) => [...table.rows].filter((row) => width(row) !== width(table.rows[0]))));
  say('input without label', all('input').filter((input) => (input.labels?.length ?? 0) === 0));
  say('picture that is neither named nor hidden', all('svg:not([aria-hidden])').filter((picture) => picture.getAttribute('role') !== 'img' || document.getElementById(picture.getAttribute('aria-labelledby')) === null));
  say('link to nowhere', all('a[href^="#"]').filter((link) => document.getElementById(link.getAttribute('href').slice(1)) === null));
  const ids = all('[id]').map((element) => element.id);
  if (new Set(ids).size !== ids.length) found.push('an id twice');
  return found;
})()`;

/** Texts whose contrast with what is painted behind them is below 4.5 : 1. */
export const FAINT = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const linear = (channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = (element) => {
    if (element === null) throw new Error('the page has no background of its own');
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement) : colour;
  };
  const texts = [...document.querySelectorAll('body *')].filter((element) => !(element instanceof SVGElement) && element.checkVisibility()
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  if (texts.length < 30) throw new Error('hardly any text was looked at');
  const found = new Set();
  for (const element of texts) {
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.add(contrast.toFixed(2) + ' ' + element.outerHTML.slice(0, 90));
  }
  return [...found];
})()`;

export const OPEN_ALL = 'for (const fold of document.querySelectorAll("details")) fold.open = true;';

/** Width the page takes, in CSS pixels. */
export const WIDTH = 'document.documentElement.scrollWidth';
