// Keys of the caseload. They work only while the focus is inside the list, and letters and arrows never in a field.
const lists = [...document.querySelectorAll('.rows')];
const hint = document.querySelector('[data-keys]');
const visible = () => lists.flatMap((list) => [...list.children]).filter((row) => row.checkVisibility());
const nameOf = (row) => row.querySelector('.who a');
const closingOf = (row) => row.querySelector('summary')?.parentElement;
const isField = (target) => target.matches('input, select, textarea, [contenteditable]');
const go = (row, by) => {
  const rows = visible();
  const next = rows[rows.indexOf(row) + by];
  if (next) nameOf(next).focus();
  return Boolean(next);
};
const open = (row) => {
  const closing = closingOf(row);
  if (!closing) return false;
  closing.open = true;
  (closing.querySelector('input:not([type=hidden]), select, textarea, button') ?? closing.querySelector('summary')).focus();
  return true;
};
const leave = (row) => {
  const closing = closingOf(row);
  if (!closing?.open) return false;
  closing.open = false;
  nameOf(row).focus();
  return true;
};
const next = (row) => {
  leave(row);
  return go(row, 1);
};
const down = (row) => go(row, 1);
const up = (row) => go(row, -1);
const keys = { ArrowDown: down, j: down, ArrowUp: up, k: up, c: open, n: next, Escape: leave };
const press = (event) => {
  const row = event.target.closest('.rows > li');
  const does = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!row || !does || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isField(event.target) && event.key !== 'Escape') return;
  if (does(row)) event.preventDefault();
};
for (const list of lists) list.addEventListener('keydown', press);
if (hint) {
  hint.hidden = false;
  hint.querySelector('[data-keys-close]').hidden = !document.querySelector('.rows > li summary');
}
