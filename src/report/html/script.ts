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
