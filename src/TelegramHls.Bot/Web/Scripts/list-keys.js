// Keys of the operator's pages.
import { untickAll } from './ticks.js';

export function wireListKeys() {
  const dialog = document.querySelector('dialog.keys');
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const current = () => document.querySelector('[data-row][data-current]');

  const move = (by) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    current()?.removeAttribute('data-current');
    next.setAttribute('data-current', '');
    next.querySelector('a')?.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const tick = () => {
    const box = (document.activeElement?.closest('[data-row]') ?? current())?.querySelector('input[name="job"]');
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event('change'));
  };
  const search = () => {
    const input = document.querySelector('[data-search]');
    if (input) input.focus();
    else location.assign('/jobs/list#q');
  };
  const leave = () => {
    const menu = document.querySelector('.account[open]');
    if (menu) menu.open = false;
    else if (!untickAll()) document.activeElement?.blur();
  };
  const actions = { '/': search, j: () => move(1), k: () => move(-1), x: tick, '?': () => dialog.showModal(), Escape: leave };

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || dialog.open) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const writes = event.target.matches?.('input:not([type=checkbox]), select, textarea');
    if (!action || (writes && event.key !== 'Escape')) return;
    event.preventDefault();
    action();
  });
  const show = document.querySelector('.show-keys');
  if (show) {
    show.hidden = false;
    show.addEventListener('click', () => dialog.showModal());
  }
  if (location.hash === '#q') document.querySelector('[data-search]')?.focus();
}
