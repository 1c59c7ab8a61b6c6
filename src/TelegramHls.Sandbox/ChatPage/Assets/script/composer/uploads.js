import * as api from '../page/api.js';

/** Files on their way. The browser reads each from disk while it goes; one goes at a time, the others wait. */
export class Uploads {
  items = [];
  #busy = false;

  /** `changed(item)` is called for each step of an item, `sent(chat, message)` when one has arrived. */
  constructor({ changed, sent }) {
    Object.assign(this, { changed, sent });
    addEventListener('beforeunload', event => {
      if (this.items.some(item => item.state !== 'failed')) {
        event.preventDefault();
      }
    });
  }

  add(chat, own, file, fields) {
    this.#take({ chat, own, file, fields, name: file.name, total: file.size });
  }

  addSample(chat, own) {
    this.#take({ chat, own, file: null, name: 'Sample film.mp4', total: 0 });
  }

  cancel(item) {
    item.stop?.();
    this.items = this.items.filter(each => each !== item);
    item.state = 'gone';
    this.changed(item);
  }

  again(item) {
    Object.assign(item, { state: 'waiting', done: 0 });
    this.changed(item);
    this.#next();
  }

  #take(item) {
    Object.assign(item, { state: 'waiting', done: 0, since: Date.now() / 1000 });
    this.items.push(item);
    this.changed(item);
    this.#next();
  }

  async #next() {
    const item = this.items.find(each => each.state === 'waiting');
    if (this.#busy || !item) {
      return;
    }
    this.#busy = true;
    item.state = 'going';
    item.began = performance.now();
    this.changed(item);
    try {
      const message = await (item.file ? this.#send(item) : this.#sendSample(item));
      this.items = this.items.filter(each => each !== item);
      item.state = 'gone';
      this.sent(item.chat, message);
    } catch (fault) {
      if (item.state !== 'gone') {
        Object.assign(item, { state: 'failed', fault: fault.message });
      }
    }
    this.changed(item);
    this.#busy = false;
    this.#next();
  }

  #sendSample(item) {
    const stop = new AbortController();
    item.stop = () => stop.abort();
    return api.sample(item.chat, stop.signal);
  }

  #send(item) {
    return new Promise((resolve, reject) => {
      // fetch tells nothing of how far a body has gone.
      const request = new XMLHttpRequest();
      item.stop = () => request.abort();
      request.responseType = 'json';
      request.upload.addEventListener('progress', event => {
        item.done = event.loaded;
        this.changed(item);
      });
      request.addEventListener('load', () => (request.status === 200
        ? resolve(request.response)
        : reject(new Error(request.response?.description ?? `The sandbox answered ${request.status}.`))));
      request.addEventListener('error', () => reject(new Error('The sandbox cannot be reached.')));
      request.addEventListener('abort', () => reject(new Error('Cancelled.')));
      request.open('POST', api.uploadUrl(item.chat, item.fields));
      request.send(item.file);
    });
  }
}
