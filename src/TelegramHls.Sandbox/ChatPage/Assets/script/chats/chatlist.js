import { arrange, byId, el, icon } from '../page/dom.js';
import { exact, when } from '../page/format.js';
import { isOwn, lineOf, mediaOf } from '../messages/words.js';
import { lookOf } from '../media/card.js';
import { avatar } from './avatar.js';

const rank = chat => (chat.type === 'private' ? 0 : 1);

/** The chats of the person and the list of them. */
export class ChatList {
  #chats = new Map();
  #nodes = new Map();
  #doing = new Map();

  constructor(me) {
    this.me = me;
    this.host = byId('chats');
    this.host.addEventListener('keydown', event => this.#move(event));
    this.host.append(...Array.from({ length: 5 }, () => el('div.chat.skeleton', { 'aria-hidden': 'true' },
      el('span.avatar'), el('span.chat-text', {}, el('span.bone'), el('span.bone.short')))));
  }

  get all() { return [...this.#chats.values()]; }
  get(id) { return this.#chats.get(id); }
  get unread() { return this.all.filter(chat => chat.type === 'private').reduce((sum, chat) => sum + chat.unread, 0); }

  /** All chats anew. */
  set(chats) {
    this.#chats = new Map(chats.map(chat => [chat.id, chat]));
    this.host.removeAttribute('aria-busy');
    this.draw();
  }

  put(chat) {
    this.#chats.set(chat.id, chat);
    this.draw();
  }

  /** A bot does something in a chat; null when no longer. */
  doing(id, words) {
    this.#doing.set(id, words);
    this.draw();
  }

  doingIn(id) { return this.#doing.get(id) ?? null; }

  choose(id) {
    this.chosen = id;
    this.draw();
  }

  fail(text, again) {
    this.host.removeAttribute('aria-busy');
    this.host.replaceChildren(el('div.empty', {}, el('p', {}, text), el('button.button', { type: 'button', onclick: again }, 'Try again')));
  }

  draw() {
    const sorted = this.all.sort((a, b) => rank(a) - rank(b));
    if (sorted.length === 0) {
      this.host.replaceChildren(el('div.empty', {}, el('p', {}, 'There are no chats yet.')));
      return;
    }
    arrange(this.host, sorted.map(chat => this.#node(chat)));
  }

  #node(chat) {
    const state = JSON.stringify([chat, this.chosen === chat.id, this.#doing.get(chat.id), new Date().toDateString()]);
    let node = this.#nodes.get(chat.id);
    if (!node) {
      node = el('a.chat', { href: `#${chat.id}` });
      this.#nodes.set(chat.id, node);
    }
    if (node.dataset.state !== state) {
      node.dataset.state = state;
      node.replaceChildren(avatar(chat), this.#text(chat));
      if (this.chosen === chat.id) {
        node.setAttribute('aria-current', 'page');
      } else {
        node.removeAttribute('aria-current');
      }
    }
    return node;
  }

  #text(chat) {
    const last = chat.last_message;
    const doing = this.#doing.get(chat.id);
    return el('span.chat-text', {},
      el('span.chat-top', {},
        el('span.chat-title', { title: chat.title }, chat.title),
        last ? el('time.chat-time', { title: exact(last.date) }, when(last.date)) : null),
      el('span.chat-bottom', {},
        doing ? el('span.chat-line.doing', {}, doing) : el('span.chat-line', {}, ...this.#line(chat)),
        chat.unread > 0 ? el('span.badge', { 'data-quiet': chat.type === 'private' ? null : 'yes', 'aria-label': `${chat.unread} unread` }, String(chat.unread)) : null));
  }

  #line(chat) {
    const last = chat.last_message;
    if (!last) {
      return [chat.type === 'private' ? 'Send a film to begin' : 'Nothing here yet'];
    }
    const media = mediaOf(last);
    return [
      isOwn(last, this.me) ? el('span.you', {}, 'You: ') : null,
      media ? icon(media.kind === 'document' ? lookOf(media.file.file_name, media.file.mime_type) : media.kind === 'photo' ? 'image' : media.kind === 'audio' || media.kind === 'voice' ? 'music' : 'film') : null,
      lineOf(last),
    ].filter(Boolean);
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const nodes = [...this.host.children];
      nodes[nodes.indexOf(document.activeElement) + step]?.focus();
    }
  }
}
