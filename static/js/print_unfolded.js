// On paper everything that is folded stands open; afterwards it is as it was.
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const each of closed) each.open = true;
});
addEventListener('afterprint', () => { for (const each of closed) each.open = false; });
