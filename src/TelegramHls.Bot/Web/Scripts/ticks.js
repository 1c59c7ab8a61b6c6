// Ticks of a list: all of a page by the one in its head; they survive when the list is renewed.
const ONE = 'input[name="job"]';

export function tickedValues(region) {
  const all = region.querySelector('input[name="all"]')?.checked;
  return { all, jobs: new Set([...region.querySelectorAll(`${ONE}:checked`)].map((tick) => tick.value)) };
}

export function restoreTicks(region, { all, jobs }) {
  for (const tick of region.querySelectorAll(ONE)) tick.checked = jobs.has(tick.value);
  const every = region.querySelector('input[name="all"]');
  if (every) every.checked = Boolean(all);
  wireTicks(region);
}

export function wireTicks(region) {
  const head = region.querySelector('[data-tick-all]');
  if (!head) return;
  const ticks = [...region.querySelectorAll(ONE)];
  const show = () => {
    const count = ticks.filter((tick) => tick.checked).length;
    head.checked = count > 0 && count === ticks.length;
    head.indeterminate = count > 0 && count < ticks.length;
  };
  head.hidden = false;
  head.addEventListener('change', () => {
    for (const tick of ticks) tick.checked = head.checked;
    const every = region.querySelector('input[name="all"]');
    if (every && !head.checked) every.checked = false;
  });
  for (const tick of ticks) tick.addEventListener('change', show);
  show();
}

export function untickAll() {
  const ticked = [...document.querySelectorAll(`${ONE}:checked, input[name="all"]:checked, [data-tick-all]:checked`)];
  for (const tick of ticked) {
    tick.checked = false;
    tick.dispatchEvent(new Event('change'));
  }
  return ticked.length > 0;
}
