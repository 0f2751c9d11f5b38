// Staff are signed out after 15 minutes without a request. Two minutes before, the page says so; at the end it leaves,
// so that no record stays on the screen.
const MINUTE = 60_000;
const warning = document.querySelector('[data-idle-warning]');
let timers = [];
const begin = () => {
  timers.forEach(clearTimeout);
  warning.hidden = true;
  timers = [
    setTimeout(() => { warning.hidden = false; }, 13 * MINUTE),
    setTimeout(() => { location.assign(warning.dataset.signIn); }, 15 * MINUTE),
  ];
};
warning?.querySelector('button').addEventListener('click', async () => {
  const answer = await fetch(warning.dataset.stillHere, { redirect: 'manual' });
  if (answer.status === 204) begin();
  else location.assign(warning.dataset.signIn);
});
if (warning) begin();
