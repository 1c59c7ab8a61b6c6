import { byId, el } from '../page/dom.js';
import { open, sheet } from './dialogs.js';

const three = [
  ['Telegram__ControlBot__Token', 'The bot that people write to. Make one with /newbot at @BotFather and copy its token.'],
  ['Telegram__StorageBots__0__Token', 'A second bot, made the same way. It keeps the films; more of them, numbered 1, 2 …, are faster.'],
  ['Telegram__StorageBots__0__ChatId', 'A private channel of yours with the storage bot as an administrator who may post, edit and delete. Its id begins with -100; a public channel can be named as @name.'],
];

/** What turns the sandbox into real Telegram. */
export function startSettings() {
  byId('settings').addEventListener('click', () => {
    const node = sheet('To use real Telegram',
      el('p.words', {}, 'Set these three in the environment of the program and start it again. Then it talks to Telegram, and this page is gone.'),
      el('dl.settings', {}, ...three.flatMap(([name, words]) => [el('dt', {}, el('code', {}, name)), el('dd', {}, words)])));
    node.firstElementChild.append(el('div.sheet-buttons', {},
      el('button.button.primary', { type: 'button', onclick: () => node.close() }, 'Close')));
    open(node);
  });
}
