// A touch screen of a hall: who walks away is followed by the start page, and nothing stays behind.

/** As the elements have it: seconds without a touch, then seconds of a countdown that can be seen. */
const quietSeconds = 60;
const countdownSeconds = 60;

const root = document.documentElement;
const main = document.querySelector('#main');
const notice = document.querySelector('#idle');
const left = document.querySelector('#idle-left');
const isStart = notice === null;

// Going back through the browser's memory would show what somebody else has typed.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

/** The low picture stays while one person goes from page to page, and is kept nowhere. */
function setLow(isLow) {
  root.toggleAttribute('data-low', isLow);
  document.querySelector('#low')?.setAttribute('aria-pressed', String(isLow));
  for (const link of document.querySelectorAll('a[data-own]')) {
    link.search = isLow ? '?low' : '';
  }
}

setLow(location.search === '?low');
document.querySelector('#low')?.addEventListener('click', () => {
  setLow(!root.hasAttribute('data-low'));
});

/** A page is moved by most of its height, so that a line stays in view. */
const move = (by) => main.scrollBy({ top: by * main.clientHeight * 0.8 });
document.querySelector('#up')?.addEventListener('click', () => move(-1));
document.querySelector('#down')?.addEventListener('click', () => move(1));

document.querySelector('#idle-stay')?.addEventListener('click', () => touch());

let touchedAt = performance.now();

function touch() {
  touchedAt = performance.now();
  if (notice) notice.hidden = true;
}

/** Within the notice only its button counts: a notice gone at the touch would let the click fall through. */
function onSign(event) {
  if (!(event.target instanceof Node) || !notice?.contains(event.target)) touch();
}

for (const sign of ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart', 'scroll']) {
  addEventListener(sign, onSign, { capture: true, passive: true });
}

/** On the start page there is nothing of a person but the low picture. */
function leave() {
  if (!isStart) location.replace('./');
  else setLow(false);
  touch();
}

setInterval(() => {
  const quiet = (performance.now() - touchedAt) / 1000 - quietSeconds;
  if (quiet < 0) return;
  if (quiet >= countdownSeconds) {
    leave();
    return;
  }
  if (!notice) return;
  notice.hidden = false;
  left.textContent = String(Math.ceil(countdownSeconds - quiet));
}, 1000);
