import { byId, el } from '../page/dom.js';

const shown = 4000;
const most = 3;

/** A short word at the foot of the page; a screen reader says it. */
export function toast(text, tone = 'plain') {
  const host = byId('toasts');
  const node = el('div.toast', { 'data-tone': tone }, text);
  while (host.children.length >= most) {
    host.firstElementChild.remove();
  }
  host.append(node);
  setTimeout(() => node.remove(), Math.max(shown, text.length * 60));
}
