import * as api from '../page/api.js';
import { byId, el } from '../page/dom.js';
import { openMenuOf } from './actions.js';
import { emptyNode } from './empty.js';
import { Place } from './place.js';
import { announce, skeleton, Thread } from './thread.js';
import { Timeline } from './timeline.js';
import { isOwn, lineOf, senderOf } from './words.js';

const ahead = 800;
const readPause = 250;

/** The right side: one chat, its messages as they come, and where the person is in them. */
export class Conversation {
  chat = null;
  #timeline = null;
  #thread = null;
  #read = 0;
  #readSoon = null;

  constructor(me, hooks) {
    this.me = me;
    this.hooks = hooks;
    this.scroller = byId('messages');
    this.list = el('div.thread');
    this.pending = el('div.pending');
    this.content = el('div.column', {}, this.list, this.pending);
    this.scroller.append(this.content);
    this.place = new Place(this.scroller, this.content);
    this.scroller.addEventListener('scroll', () => this.#moved(), { passive: true });
    this.jump = byId('jump');
    this.jump.addEventListener('click', () => this.toEnd());
    document.addEventListener('visibilitychange', () => this.#moved());
  }

  /** Posts of a channel are the channel's, whoever wrote them. */
  get showsOwn() { return this.chat.type !== 'channel'; }

  get messages() { return this.#timeline?.messages ?? []; }

  /** Shows a chat from its end. */
  async open(chat) {
    this.chat = chat;
    this.#read = 0;
    this.#timeline = new Timeline(chat.id);
    const context = {
      chat,
      me: this.me,
      onCommand: chat.type === 'private' ? this.hooks.say : null,
      onQuote: id => this.goTo(id),
    };
    this.list.replaceChildren(skeleton());
    this.scroller.hidden = false;
    this.place.toEnd();
    this.#thread = new Thread(this.list, context);
    await this.#load(timeline => timeline.latest(), () => this.open(this.chat));
    this.place.toEnd();
  }

  /** After a time without connection: what is at hand may be old. */
  async refresh() {
    if (this.#timeline) {
      const seen = this.place.stuck ? null : Number(this.place.lastSeen()?.dataset.id);
      await this.#load(timeline => (seen ? timeline.around(seen) : timeline.latest()));
    }
  }

  async toEnd() {
    if (!this.#timeline.atEnd) {
      await this.#load(timeline => timeline.latest());
    }
    this.place.toEnd();
  }

  async goTo(id) {
    if (this.#thread.point(id)) {
      return;
    }
    let there = false;
    this.place.stuck = false;
    await this.#load(async timeline => { there = await timeline.around(id); });
    if (!there) {
      announce('That message was deleted.');
    }
    this.#thread.point(id);
  }

  put(message) {
    const came = message.message_id > this.#timeline.last;
    this.#timeline.put(message);
    if (this.place.stuck) {
      this.#timeline.trim();
    }
    this.draw();
    if (came && !isOwn(message, this.me)) {
      announce(`${senderOf(message)}: ${lineOf(message)}`);
    }
  }

  remove(id) {
    this.#timeline.remove(id);
    this.draw();
  }

  /** The chat's own facts changed: unread, ticks, title. */
  change(chat) {
    this.chat = chat;
    this.draw();
  }

  draw() {
    this.place.keep(() => {
      this.#thread.show(this.messages, this.chat.first_unheard_message_id);
      if (this.messages.length === 0 && this.#timeline.atEnd) {
        this.list.replaceChildren(emptyNode(this.chat, this.hooks));
      }
      this.content.classList.toggle('is-empty', this.messages.length === 0 && this.pending.childElementCount === 0);
    });
    this.#moved();
  }

  menu(node, x, y) {
    const message = this.#timeline.find(Number(node.dataset.id));
    if (message) {
      openMenuOf(message, this.chat, this.me, this.hooks, x, y);
    }
  }

  async #load(work, again) {
    const timeline = this.#timeline;
    try {
      await work(timeline);
    } catch (fault) {
      if (timeline === this.#timeline && again) {
        this.list.replaceChildren(el('div.empty', {}, el('p', {}, `This chat could not be loaded: ${fault.message}`),
          el('button.button', { type: 'button', onclick: again }, 'Try again')));
      }
      return;
    }
    if (timeline === this.#timeline) {
      this.draw();
    }
  }

  /** Loads what comes near, shows or hides the way to the end, and remembers what was read. */
  #moved() {
    const timeline = this.#timeline;
    if (!timeline || timeline.messages.length === 0) {
      this.jump.hidden = true;
      return;
    }
    if (this.scroller.scrollTop < ahead && !timeline.atStart) {
      this.#more(timeline.older);
    } else if (this.place.left < ahead && !timeline.atEnd) {
      this.#more(timeline.newer);
    }
    const away = !timeline.atEnd || this.place.left > 120;
    this.jump.hidden = !away;
    byId('jump-count').hidden = !this.chat.unread;
    byId('jump-count').textContent = String(this.chat.unread);
    this.jump.setAttribute('aria-label', this.chat.unread ? `${this.chat.unread} new messages, go to the end` : 'Go to the end');
    this.#readSoon ??= setTimeout(() => this.#markRead(), readPause);
  }

  #more(load) {
    if (!this.moreComing) {
      this.moreComing = this.#load(timeline => load.call(timeline)).finally(() => { this.moreComing = null; });
    }
  }

  #markRead() {
    this.#readSoon = null;
    const seen = Number(this.place.lastSeen()?.dataset.id ?? 0);
    if (document.visibilityState === 'visible' && this.chat?.unread > 0 && seen > this.#read) {
      this.#read = seen;
      api.read(this.chat.id, seen).catch(() => { this.#read = 0; });
    }
  }
}
