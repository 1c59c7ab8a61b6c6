// Asks for the same page again and takes over what changed; ticks, focus and what is folded open stay.
import { restoreTicks, tickedValues } from './ticks.js';

const BETWEEN_WORDS = 10_000;
let lastSaid = 0;

export async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  // Signed out meanwhile: the server leads to where one signs in.
  if (answer.redirected || answer.status === 401 || answer.status === 403) {
    location.reload();
    return;
  }
  if (answer.status >= 500) throw new Error(answer.statusText);
  take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

function take(fresh) {
  for (const region of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${CSS.escape(region.dataset.live)}"]`);
    if (!next) {
      // The page has become another one, such as that of a job that is gone.
      if (region.dataset.live === 'job') location.reload();
      continue;
    }
    say(region, next);
    swap(region, next);
  }
}

function swap(region, next) {
  const ticked = tickedValues(region);
  const kept = region.contains(document.activeElement) ? document.activeElement : null;
  // Nobody writes or chooses while the ground moves.
  if (kept?.matches('input:not([type=checkbox]), select')) return;
  const key = kept?.closest('[data-key]')?.dataset.key ?? kept?.getAttribute('href');
  const open = new Set([...region.querySelectorAll('details[open]')].map((node) => node.dataset.key));
  const chosen = new Map([...region.querySelectorAll('select[data-key]')].map((node) => [node.dataset.key, node.value]));
  const current = region.querySelector('[data-current]')?.dataset.row;
  if (region.innerHTML === next.innerHTML) return;

  region.replaceChildren(...next.childNodes);
  for (const node of region.querySelectorAll('details')) if (open.has(node.dataset.key)) node.open = true;
  for (const [name, value] of chosen) {
    const select = region.querySelector(`select[data-key="${CSS.escape(name)}"]`);
    if (select && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  restoreTicks(region, ticked);
  if (current) region.querySelector(`[data-row="${CSS.escape(current)}"]`)?.setAttribute('data-current', '');
  if (key) (region.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? region.querySelector(`[href="${CSS.escape(key)}"]`))?.focus({ preventScroll: true });
}

// For those who listen: what matters, now and then.
function say(region, next) {
  const words = next.dataset.summary;
  if (!words || words === region.dataset.summary) return;
  region.dataset.summary = words;
  if (Date.now() - lastSaid < BETWEEN_WORDS) return;
  lastSaid = Date.now();
  document.querySelector('[data-say]').textContent = words;
}
