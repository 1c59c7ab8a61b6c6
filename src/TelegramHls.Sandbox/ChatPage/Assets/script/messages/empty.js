import { el, icon } from '../page/dom.js';

/** What an empty chat says, with what to do first. */
export function emptyNode(chat, hooks) {
  if (chat.type !== 'private') {
    return el('div.empty.card-like', {},
      el('span.empty-sign', {}, icon('parts')),
      el('h3', {}, 'Nothing is stored here yet'),
      el('p', {}, 'The parts of the films that you send to the bot become documents in this channel.'));
  }
  return el('div.empty.card-like', {},
    el('span.empty-sign', {}, icon('film')),
    el('h3', {}, `This is ${chat.title}`),
    el('p', {}, chat.description ?? 'Send it a film: drop one here, paste it, or attach it below. It answers with links that play anywhere.'),
    el('div.empty-buttons', {},
      hooks.sample ? el('button.button.primary', { type: 'button', onclick: hooks.sample }, icon('film'), 'Send a sample film') : null,
      el('button.button', { type: 'button', onclick: hooks.pick }, icon('attach'), 'Choose a file')));
}
