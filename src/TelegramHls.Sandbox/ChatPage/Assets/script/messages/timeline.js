import * as api from '../page/api.js';

const page = 50;
const most = 200;
const newest = 2147483647;

/** A run of consecutive messages of one chat: what of a long history is at hand. */
export class Timeline {
  messages = [];
  atStart = false;
  atEnd = false;
  #loading = null;
  #meanwhile = [];

  constructor(chat) {
    this.chat = chat;
  }

  get first() { return this.messages[0]?.message_id ?? newest; }
  get last() { return this.messages.at(-1)?.message_id ?? 0; }

  find(id) { return this.messages.find(message => message.message_id === id); }

  /** Goes to the newest messages. */
  latest() {
    return this.#load(async () => {
      const loaded = await api.messages(this.chat, { before: newest, limit: page });
      [this.messages, this.atStart, this.atEnd] = [loaded, loaded.length < page, true];
    });
  }

  /** Goes to where that message is; false when it is no more. */
  async around(id) {
    await this.#load(async () => {
      const [before, after] = await Promise.all([
        api.messages(this.chat, { before: id, limit: page }),
        api.messages(this.chat, { after: id - 1, limit: page }),
      ]);
      [this.messages, this.atStart, this.atEnd] = [[...before, ...after], before.length < page, after.length < page];
    });
    return this.find(id) !== undefined;
  }

  older() {
    return this.atStart ? null : this.#load(async () => {
      const loaded = await api.messages(this.chat, { before: this.first, limit: page });
      this.atStart = loaded.length < page;
      this.messages = [...loaded, ...this.messages];
      this.atEnd &&= this.messages.length <= most;
      this.messages.length = Math.min(this.messages.length, most);
    });
  }

  newer() {
    return this.atEnd ? null : this.#load(async () => {
      const loaded = await api.messages(this.chat, { after: this.last, limit: page });
      this.atEnd = loaded.length < page;
      this.messages = [...this.messages, ...loaded];
      this.atStart &&= this.messages.length <= most;
      this.messages = this.messages.slice(-most);
    });
  }

  /** Takes in a message that came or changed. */
  put(message) {
    if (this.#loading) {
      this.#meanwhile.push(() => this.put(message));
      return;
    }
    const at = this.messages.findIndex(each => each.message_id >= message.message_id);
    if (this.messages[at]?.message_id === message.message_id) {
      this.messages[at] = message;
    } else if (at > 0 || (at === 0 && this.atStart)) {
      this.messages.splice(at, 0, message);
    } else if (at < 0 && this.atEnd) {
      this.messages.push(message);
    }
  }

  remove(id) {
    if (this.#loading) {
      this.#meanwhile.push(() => this.remove(id));
      return;
    }
    this.messages = this.messages.filter(message => message.message_id !== id);
  }

  /** Forgets the oldest ones of a long run; for when nobody looks at them. */
  trim() {
    if (this.messages.length > most) {
      this.messages = this.messages.slice(-most);
      this.atStart = false;
    }
  }

  /** One load at a time; what happens during it is taken in after it, since the loaded page may be older. */
  async #load(work) {
    await this.#loading?.catch(() => {});
    this.#loading = work();
    try {
      await this.#loading;
    } finally {
      this.#loading = null;
      for (const late of this.#meanwhile.splice(0)) {
        late();
      }
    }
  }
}
