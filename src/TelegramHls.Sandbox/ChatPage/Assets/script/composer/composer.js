import * as api from '../page/api.js';
import { byId, setIcon } from '../page/dom.js';
import { lineOf, senderOf } from '../messages/words.js';
import { toast } from '../overlays/toast.js';
import { Commands } from './commands.js';

/** Where a person writes: new words, replies and corrections. A draft per chat is kept while the page lives. */
export class Composer {
  #chat = null;
  #drafts = new Map();
  #about = null;

  constructor(hooks) {
    this.hooks = hooks;
    this.input = byId('input');
    this.commands = new Commands(this.input, text => this.say(text));
    byId('form').addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('keydown', event => this.#key(event));
    byId('quote-close').addEventListener('click', () => this.#drop());
    byId('start').addEventListener('click', () => this.#start());
  }

  open(chat) {
    if (this.#chat?.id !== chat.id) {
      this.#keepDraft();
      this.#about = null;
      this.input.value = this.#drafts.get(chat.id) ?? '';
    }
    this.#chat = chat;
    byId('composer').hidden = false;
    byId('form').hidden = !chat.may_post;
    byId('read-only').hidden = chat.may_post || chat.blocked === true;
    byId('read-only').textContent = 'Only administrators write here.';
    byId('start').hidden = !(chat.blocked || (chat.type === 'private' && chat.messages === 0));
    byId('start').textContent = chat.blocked ? 'Unblock' : 'Start';
    this.commands.of(chat.commands ?? []);
    this.input.placeholder = chat.type === 'channel' ? 'Post to the channel' : 'Message';
    this.#show();
  }

  reply(message) { this.#take({ message, kind: 'reply' }); }

  edit(message) {
    this.#take({ message, kind: 'edit' });
    this.input.value = message.text;
    this.#show();
  }

  async say(text) {
    const reply = this.takeReply();
    try {
      await api.say(this.#chat.id, text, reply);
      this.hooks.said();
    } catch (fault) {
      toast(`Not sent: ${fault.message}`, 'bad');
      this.input.value ||= text;
      this.#show();
    }
  }

  /** The message that is being answered, which what is sent next takes along. */
  takeReply() {
    const reply = this.#about?.kind === 'reply' ? this.#about.message.message_id : undefined;
    this.#drop();
    return reply;
  }

  focus() {
    if (matchMedia('(pointer: fine)').matches) {
      this.input.focus({ preventScroll: true });
    }
  }

  async #submit() {
    const text = this.input.value.trim();
    const about = this.#about;
    if (text === '') {
      return;
    }
    this.input.value = '';
    this.commands.close();
    this.#drafts.delete(this.#chat.id);
    if (about?.kind !== 'edit') {
      await this.say(text);
      return;
    }
    this.#drop();
    try {
      await api.edit(this.#chat.id, about.message.message_id, text);
    } catch (fault) {
      toast(`Not changed: ${fault.message}`, 'bad');
    }
  }

  async #start() {
    if (this.#chat.blocked) {
      await api.unblock(this.#chat.id);
    } else {
      await this.say('/start');
    }
  }

  #key(event) {
    if (this.commands.key(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && this.#about) {
      event.preventDefault();
      this.#drop();
    } else if (event.key === 'ArrowUp' && this.input.value === '') {
      const last = this.hooks.lastOwn();
      if (last) {
        event.preventDefault();
        this.edit(last);
      }
    }
  }

  #typed() {
    this.commands.typed();
    this.#show();
  }

  #take(about) {
    this.#about = about;
    byId('quote-title').textContent = about.kind === 'edit' ? 'Edit message' : `Reply to ${senderOf(about.message)}`;
    byId('quote-text').textContent = lineOf(about.message);
    setIcon(byId('quote-icon'), about.kind);
    this.#show();
    this.input.focus({ preventScroll: true });
  }

  #drop() {
    if (this.#about?.kind === 'edit') {
      this.input.value = '';
    }
    this.#about = null;
    this.#show();
  }

  #keepDraft() {
    if (this.#chat && this.#about?.kind !== 'edit') {
      this.#drafts.set(this.#chat.id, this.input.value);
    }
  }

  #show() {
    byId('quote-bar').hidden = this.#about === null;
    byId('send').disabled = this.input.value.trim() === '';
    setIcon(byId('send'), this.#about?.kind === 'edit' ? 'check' : 'send');
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight}px`;
  }
}
