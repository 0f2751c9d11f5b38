// A timer for a hold or for minutes. It counts by the clock and not by its own ticks, so that it is right after the phone
// slept or the page was left and come back to. Nothing begins by itself, and nothing is filled in or recorded.
const words = document.querySelector('[data-timer-words]')?.dataset;
const HALF_IS_SAID_FROM = 20_000;
const KEPT = 'timer-sound';
const loudness = [];
const timers = [];
let audio;
let isLoud = kept() !== 'off';

// Private windows may keep nothing: then the sound is on, and the choice holds for this page.
function kept() {
  try { return localStorage.getItem(KEPT); } catch { return null; }
}

function keep(choice) {
  try { localStorage.setItem(KEPT, choice); } catch { return; }
}

// Browsers play only what was made ready by a press.
function readySound() {
  const Context = window.AudioContext ?? window.webkitAudioContext;
  if (!isLoud || !Context) return;
  audio ??= new Context();
  audio.resume().catch(() => { audio = undefined; });
}

function signal() {
  if (isLoud && audio?.state === 'running') {
    const [tone, volume, until] = [audio.createOscillator(), audio.createGain(), audio.currentTime + 0.6];
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.25, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, until);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(until);
  }
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) navigator.vibrate?.(300);
}

function showLoudness() {
  for (const button of loudness) button.textContent = isLoud ? words.soundOn : words.soundOff;
}

function clockWords(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function wire(root) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [place, digits, go, reset, says] = ['place', 'digits', 'go', 'reset', 'says'].map(part);
  const [whole, count] = [Number(root.dataset.seconds) * 1000, Number(root.dataset.count)];
  let [left, done, endsAt, isHalfSaid, ticking] = [whole, 0, null, false, null];
  const numbered = (sentence, number) => sentence.replace('{number}', number).replace('{count}', count);

  const show = () => {
    digits.textContent = clockWords(left);
    if (endsAt !== null) go.textContent = words.pause;
    else go.textContent = left < whole ? words.goOn : words.start;
    place.textContent = count > 1 ? numbered(words.place, done + 1) : '';
  };
  const stop = () => {
    clearInterval(ticking);
    endsAt = null;
  };
  const finish = () => {
    stop();
    [left, isHalfSaid, done] = [whole, false, done + 1];
    if (count === 1) says.textContent = words.over;
    else says.textContent = done < count ? numbered(words.next, done + 1) : numbered(words.last, count);
    if (done >= count) done = 0;
    signal();
  };
  const tick = () => {
    if (endsAt === null) return;
    left = Math.min(whole, Math.max(0, endsAt - Date.now()));
    if (left === 0) finish();
    else if (!isHalfSaid && whole >= HALF_IS_SAID_FROM && left <= whole / 2) {
      isHalfSaid = true;
      says.textContent = words.half;
    }
    show();
  };
  const start = () => {
    readySound();
    if (left === whole) says.textContent = words.begun;
    endsAt = Date.now() + left;
    ticking = setInterval(tick, 200);
  };
  go.addEventListener('click', () => {
    if (endsAt === null) start();
    else {
      tick();
      stop();
    }
    show();
  });
  reset.addEventListener('click', () => {
    stop();
    [left, isHalfSaid, done, says.textContent] = [whole, false, 0, ''];
    show();
  });
  part('sound').addEventListener('click', () => {
    isLoud = !isLoud;
    keep(isLoud ? 'on' : 'off');
    showLoudness();
  });
  loudness.push(part('sound'));
  timers.push(tick);
  show();
  root.hidden = false;
}

if (words) for (const root of document.querySelectorAll('[data-timer]')) wire(root);
showLoudness();
const catchUp = () => { for (const tick of timers) tick(); };
document.addEventListener('visibilitychange', catchUp);
addEventListener('pageshow', catchUp);
