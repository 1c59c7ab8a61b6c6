import * as api from '../page/api.js';
import { el } from '../page/dom.js';
import { ask } from '../overlays/dialogs.js';
import { chooseChat } from '../overlays/forward.js';
import { showMenu } from '../overlays/menu.js';
import { toast } from '../overlays/toast.js';
import { isOwn, lineOf, mediaOf, serviceOf } from './words.js';

/** What a person can do with a message. */
export function openMenuOf(message, chat, me, hooks, x, y) {
  const words = message.text ?? message.caption;
  const service = serviceOf(message);
  const items = [
    !service && chat.may_post && { icon: 'reply', text: 'Reply', run: () => hooks.reply(message) },
    !service && isOwn(message, me) && message.text && !message.forward_origin
      && { icon: 'edit', text: 'Edit', run: () => hooks.edit(message) },
    words && { icon: 'copy', text: 'Copy text', run: () => copy(words) },
    mediaOf(message) && { icon: 'download', text: 'Download', run: () => download(chat, message) },
    !service && { icon: 'forward', text: 'Forward to…', run: () => forward(chat, message, hooks) },
    { icon: 'bin', text: 'Delete', danger: true, run: () => remove(chat, message) },
  ];
  showMenu(items.filter(Boolean), x, y);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('Copied');
  } catch {
    toast('The browser does not let this page copy.', 'bad');
  }
}

function download(chat, message) {
  const anchor = el('a', { href: api.downloadUrl(chat.id, message.message_id), download: mediaOf(message).file.file_name ?? '' });
  anchor.click();
}

async function forward(chat, message, hooks) {
  const to = await chooseChat(hooks.chats().filter(each => each.may_post));
  if (to === null) {
    return;
  }
  try {
    await api.forward(to, chat.id, message.message_id);
    location.hash = String(to);
  } catch (fault) {
    toast(`Not forwarded: ${fault.message}`, 'bad');
  }
}

async function remove(chat, message) {
  const what = lineOf(message);
  const short = what.length > 80 ? `${what.slice(0, 80)}…` : what;
  if (await ask('Delete this message?', `“${short}” goes away for everyone. Bots are not told.`, 'Delete')) {
    try {
      await api.remove(chat.id, message.message_id);
    } catch (fault) {
      toast(`Not deleted: ${fault.message}`, 'bad');
    }
  }
}
