import * as api from './page/api.js';
import { arrange, byId, drawIcons } from './page/dom.js';
import { listen } from './page/events.js';
import { count } from './page/format.js';
import { startTheme } from './page/theme.js';
import { avatar } from './chats/avatar.js';
import { ChatList } from './chats/chatlist.js';
import { Composer } from './composer/composer.js';
import { startDropping } from './composer/dropping.js';
import { pendingNode } from './composer/pending.js';
import { chooseHow } from './composer/sendsheet.js';
import { Uploads } from './composer/uploads.js';
import { Conversation } from './messages/conversation.js';
import { startGestures } from './messages/gestures.js';
import { actionWords, isOwn } from './messages/words.js';
import { showMenu } from './overlays/menu.js';
import { startSettings } from './overlays/settings.js';
import { toast } from './overlays/toast.js';

const actionLasts = 5000;
const retry = 1000;
const wide = matchMedia('(min-width: 720px)');

drawIcons();
startTheme();
startSettings();

const { person: me, sample } = await patiently(api.self);
const list = new ChatList(me);
const ends = new Map();
const uploads = new Uploads({ changed: showPending, sent: (chat, message) => chat === talk.chat?.id && talk.put(message) });

const hooks = {
  say: text => composer.say(text),
  said: () => talk.toEnd(),
  reply: message => composer.reply(message),
  edit: message => composer.edit(message),
  chats: () => list.all,
  sample: sample ? () => uploads.addSample(talk.chat.id, talk.showsOwn) : null,
  pick: () => byId('file-picker').click(),
  lastOwn: () => talk.messages.findLast(message => isOwn(message, me) && message.text),
};
const composer = new Composer(hooks);
const talk = new Conversation(me, hooks);

startGestures(talk.scroller, (node, x, y) => talk.menu(node, x, y));
startDropping(sendFiles);
byId('attach').addEventListener('click', event => {
  const box = event.currentTarget.getBoundingClientRect();
  showMenu([
    { icon: 'file', text: 'Choose a file…', run: hooks.pick },
    sample && { icon: 'film', text: 'Send a sample film', run: hooks.sample },
  ].filter(Boolean), box.left, box.top - 8);
});
addEventListener('hashchange', route);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented && !wide.matches && !document.querySelector('dialog[open]')) {
    location.hash = '';
  }
});

listen({
  refresh: async () => {
    offline(false);
    await loadChats();
    await talk.refresh();
  },
  message: ({ chat, message }) => {
    stopAction(chat);
    if (chat === talk.chat?.id) {
      talk.put(message);
    }
  },
  deleted: ({ chat, message_id: id }) => chat === talk.chat?.id && talk.remove(id),
  chat: chat => {
    list.put(chat);
    if (chat.id === talk.chat?.id) {
      composer.open(chat);
      talk.change(chat);
      showHead();
    }
    showTitle();
  },
  action: ({ chat, action }) => {
    stopAction(chat);
    if (actionWords(action)) {
      list.doing(chat, actionWords(action));
      ends.set(chat, setTimeout(() => stopAction(chat), actionLasts));
    }
    showHead();
  },
  lost: () => offline(true),
});

async function loadChats() {
  try {
    list.set(await api.chats());
  } catch (fault) {
    list.fail(`The chats could not be loaded: ${fault.message}`, loadChats);
    return;
  }
  const current = list.get(talk.chat?.id);
  if (current) {
    composer.open(current);
    talk.chat = current;
    showHead();
  } else {
    route();
  }
  showTitle();
}

/** The chat stands in the address, so that Back and bookmarks work. */
function route() {
  const id = Number(location.hash.slice(1));
  const chat = list.get(id) ?? (wide.matches ? list.all[0] : undefined);
  document.body.dataset.view = chat ? 'chat' : 'list';
  list.choose(chat?.id);
  if (!chat || chat.id === talk.chat?.id) {
    return;
  }
  byId('nothing').hidden = true;
  byId('head').hidden = false;
  talk.open(chat).then(showPending);
  composer.open(chat);
  composer.focus();
  showHead();
  showPending();
}

async function sendFiles(files) {
  const chat = talk.chat;
  if (!chat?.may_post || document.querySelector('dialog[open]')) {
    toast('Files cannot be sent here.', 'bad');
    return;
  }
  const chosen = await chooseHow(files);
  const reply = chosen.length > 0 ? composer.takeReply() : undefined;
  for (const { file, fields } of chosen) {
    uploads.add(chat.id, talk.showsOwn, file, { ...fields, reply_to_message_id: reply });
  }
}

function showPending() {
  const items = uploads.items.filter(item => item.chat === talk.chat?.id);
  const grew = items.length > talk.pending.childElementCount;
  talk.place.keep(() => arrange(talk.pending, items.map(item => pendingNode(item, uploads))));
  talk.content.classList.toggle('is-empty', talk.messages.length === 0 && items.length === 0);
  if (grew) {
    talk.place.toEnd();
  }
}

function stopAction(chat) {
  clearTimeout(ends.get(chat));
  if (ends.delete(chat)) {
    list.doing(chat, null);
    showHead();
  }
}

function showHead() {
  const chat = list.get(talk.chat?.id);
  if (!chat) {
    return;
  }
  const doing = list.doingIn(chat.id);
  byId('head-avatar').replaceChildren(avatar(chat));
  byId('head-title').textContent = chat.title;
  byId('head-title').title = chat.title;
  byId('head-status').textContent = doing ?? (chat.type === 'private' ? 'bot' : `${chat.type === 'channel' ? 'channel' : 'group'} · ${count(chat.messages, 'message', 'messages')}`);
  byId('head-status').classList.toggle('doing', Boolean(doing));
}

function showTitle() {
  const unread = list.unread;
  document.title = unread > 0 ? `(${unread}) Sandbox` : 'Sandbox';
}

/** Asks until there is an answer. */
async function patiently(ask) {
  while (true) {
    try {
      return await ask();
    } catch {
      offline(true);
      await new Promise(resolve => { setTimeout(resolve, retry); });
    }
  }
}

function offline(on) {
  byId('offline').hidden = !on;
  document.body.classList.toggle('is-offline', on);
}
