import { avatar } from '../chats/avatar.js';
import { el } from '../page/dom.js';
import { open, sheet } from './dialogs.js';

/** Asks for the chat to forward to; resolves with its id or null. */
export async function chooseChat(chats) {
  const node = sheet('Forward to');
  node.firstElementChild.append(
    el('div.choices', {}, ...chats.map(chat =>
      el('button.choice', { type: 'button', onclick: () => node.close(String(chat.id)) }, avatar(chat), el('span', {}, chat.title)))),
    el('div.sheet-buttons', {}, el('button.button', { type: 'button', onclick: () => node.close('') }, 'Cancel')));
  const chosen = await open(node);
  return chosen ? Number(chosen) : null;
}
