import { el, icon } from '../page/dom.js';

const colours = 7;

/** A round sign of a chat, of a colour that stays its own. */
export function avatar(chat) {
  const node = el('span.avatar', { 'data-colour': String(Math.abs(chat.id) % colours), 'aria-hidden': 'true' });
  node.append(icon(chat.type === 'private' ? 'bot' : 'channel'));
  return node;
}
