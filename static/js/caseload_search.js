// Finds a patient in the page while a name is typed: nothing is sent, so no name leaves the computer.
const box = document.getElementById('name');
const told = document.querySelector('[data-found]');
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const rows = [...document.querySelectorAll('.rows > li')].map((row) => ({ row, name: fold(row.dataset.name) }));
const find = () => {
  const words = fold(box.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { row, name } of rows) {
    row.hidden = !words.every((word) => name.includes(word));
    if (!row.hidden) found += 1;
  }
  for (const group of document.querySelectorAll('section[aria-labelledby]')) {
    const shown = group.querySelectorAll('.rows > li:not([hidden])').length;
    group.hidden = !shown;
    group.querySelector('h2 > span')?.replaceChildren(String(shown));
    const folded = group.querySelector('details.fold');
    if (folded && words.length) folded.open = !group.hidden;
  }
  if (words.length) told.textContent = found ? (found === 1 ? told.dataset.one : told.dataset.many.replace('#', found)) : told.dataset.none;
  else told.textContent = '';
};
box?.addEventListener('input', find);
box?.form.addEventListener('submit', (event) => { event.preventDefault(); find(); });
