import { el, icon } from '../page/dom.js';

/** Opens a dialog over the page; resolves with the value of the button that closed it, null for Esc or a click beside. */
export function open(node) {
  document.body.append(node);
  node.addEventListener('click', event => event.target === node && node.close());
  return new Promise(resolve => {
    node.addEventListener('close', () => {
      node.remove();
      resolve(node.returnValue || null);
    }, { once: true });
    node.returnValue = '';
    node.showModal();
  });
}

const button = (node, text, value, ...classes) =>
  el(['button', 'button', ...classes].join('.'), { type: 'button', onclick: () => node.close(value) }, text);

export function sheet(title, ...content) {
  const node = el('dialog.sheet', { 'aria-label': title });
  node.append(el('div.sheet-body', {}, el('h2', {}, title), ...content));
  return node;
}

/** Says something that wants to be read. */
export function tell(text, title = 'The bot says') {
  const node = sheet(title, el('p.words', {}, text));
  node.firstElementChild.append(el('div.sheet-buttons', {}, button(node, 'OK', 'ok', 'primary')));
  return open(node);
}

/** Asks before something that cannot be taken back. */
export async function ask(title, text, yes) {
  const node = sheet(title, el('p.words', {}, text));
  node.firstElementChild.append(el('div.sheet-buttons', {}, button(node, 'Cancel', ''), button(node, yes, 'yes', 'danger')));
  return await open(node) === 'yes';
}

export function showPicture(url) {
  const node = el('dialog.lightbox', { 'aria-label': 'Photo' });
  node.append(el('img', { src: url, alt: '' }),
    el('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: () => node.close() }, icon('close')));
  return open(node);
}
