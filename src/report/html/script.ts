/**
 * The only script of the pages: the language of the document, and the tools that stay hidden without it
 * (filter, open all, close all). Reading, folding and switching language work without.
 */
export const SCRIPT = `
(() => {
  const $ = (selector) => [...document.querySelectorAll(selector)];
  const title = document.querySelector('title');
  const setLang = () => {
    const lang = document.querySelector('input[name=lang]:checked').value;
    document.documentElement.lang = lang;
    document.title = lang === 'en' ? title.dataset.en : title.dataset.zh;
    for (const input of $('input[data-zh]')) input.placeholder = lang === 'en' ? input.dataset.en : input.dataset.zh;
  };
  for (const input of $('input[name=lang]')) input.addEventListener('change', setLang);
  setLang();

  const say = (node, zh, en) => { node.textContent = document.documentElement.lang === 'en' ? en : zh; };
  const live = document.querySelector('.said');
  addEventListener('click', async (event) => {
    const button = event.target.closest?.('button.copy');
    if (!button) return;
    const line = button.previousElementSibling;
    try {
      await navigator.clipboard.writeText(line.textContent);
    } catch {
      getSelection().selectAllChildren(line);
      if (!document.execCommand('copy')) return;
      getSelection().removeAllRanges();
    }
    for (const other of $('.copied')) other.classList.remove('copied');
    button.classList.add('copied');
    say(live, live.dataset.zh, live.dataset.en);
    setTimeout(() => { button.classList.remove('copied'); live.textContent = ''; }, 2000);
  });
  document.documentElement.classList.add('scripted');

  for (const tools of $('.tools')) {
    const table = document.getElementById(tools.dataset.for);
    const items = [...table.querySelectorAll('[data-kind]')];
    const texts = items.map((item) => item.textContent.toLowerCase());
    const search = tools.querySelector('input[type=search]');
    const boxes = [...tools.querySelectorAll('input[type=checkbox]')];
    const shown = tools.querySelector('output');
    const apply = () => {
      const wanted = search.value.trim().toLowerCase();
      const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      let count = 0;
      items.forEach((item, index) => {
        item.hidden = !kinds.has(item.dataset.kind) || !texts[index].includes(wanted);
        if (!item.hidden) count += 1;
      });
      shown.textContent = count;
    };
    search.addEventListener('input', apply);
    for (const box of boxes) box.addEventListener('change', apply);
    for (const button of tools.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        for (const fold of table.querySelectorAll('details')) fold.open = button.value === 'open';
      });
    }
    apply();
    tools.hidden = false;
  }

  for (const table of $('table:has(th[data-sort])')) {
    const heads = [...table.querySelectorAll('th[data-sort]')];
    const body = table.tBodies[0];
    const first = [...body.rows];
    const said = (cell) => [...cell.childNodes].filter((node) => !node.classList?.contains('tag')).map((node) => node.textContent).join('').trim();
    const key = (row, at) => row.cells[at].dataset.order ?? said(row.cells[at]);
    const compare = (a, b) => (a === b ? 0 : a === '–' ? 1 : b === '–' ? -1 : !isNaN(a) && !isNaN(b) ? a - b : a.localeCompare(b, 'zh-Hant'));
    for (const head of heads) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const most = head.dataset.sort === 'most';
        const now = head.getAttribute('aria-sort');
        const next = now === null ? (most ? 'descending' : 'ascending') : now === (most ? 'descending' : 'ascending') ? (most ? 'ascending' : 'descending') : null;
        for (const other of heads) other.removeAttribute('aria-sort');
        if (next !== null) head.setAttribute('aria-sort', next);
        const at = head.cellIndex;
        const sign = next === 'descending' ? -1 : 1;
        const blank = (row) => key(row, at) === '–';
        const rows = next === null ? first : [...first].sort((a, b) => (blank(a) || blank(b) ? blank(a) - blank(b) : sign * compare(key(a, at), key(b, at))));
        body.append(...rows);
      });
    }
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const fold = target && target.querySelector('details');
    if (!fold) return;
    target.hidden = false;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
`;
