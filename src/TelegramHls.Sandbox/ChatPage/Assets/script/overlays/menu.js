import { el, icon } from '../page/dom.js';

let current = null;

/** Shows a menu at a point: `[{ icon, text, run, danger }]`. Arrows, Home, End, Enter and Esc work; focus goes back. */
export function showMenu(items, x, y) {
  current?.close();
  const before = document.activeElement;
  const node = el('div.menu', { role: 'menu', tabindex: '-1' }, ...items.map(item =>
    el('button.menu-item', { type: 'button', role: 'menuitem', tabindex: '-1', 'data-tone': item.danger ? 'bad' : null, onclick: () => choose(item) },
      icon(item.icon), el('span', {}, item.text))));
  const close = () => {
    node.remove();
    removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', close);
    current = null;
  };
  const choose = item => {
    close();
    before?.focus?.({ preventScroll: true });
    item.run();
  };
  const outside = event => node.contains(event.target) || close();
  node.addEventListener('keydown', event => move(event, node, () => {
    close();
    before?.focus?.({ preventScroll: true });
  }));
  document.body.append(node);
  const { width, height } = node.getBoundingClientRect();
  node.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  node.style.top = `${Math.max(8, y + height > innerHeight - 8 ? y - height : y)}px`;
  addEventListener('pointerdown', outside, true);
  addEventListener('resize', close);
  node.firstElementChild?.focus({ preventScroll: true });
  current = { close };
}

function move(event, node, cancel) {
  const items = [...node.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length).focus();
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    cancel();
  }
}
