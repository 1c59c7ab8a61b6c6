import { arrange, byId, el } from '../page/dom.js';
import { day, dayKey } from '../page/format.js';
import { changeBubble, makeBubble, tick } from './bubble.js';
import { isOwn, serviceOf } from './words.js';

const together = 300;
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** The messages of the open chat on the page. */
export class Thread {
  #bubbles = new Map();
  #days = new Map();

  constructor(list, context) {
    this.list = list;
    this.context = context;
  }

  /** Makes the page show these messages. */
  show(messages, firstUnheard) {
    const bubbles = new Map();
    const days = new Map();
    let before = null;
    for (const message of messages) {
      const known = this.#bubbles.get(message.message_id);
      const node = known?.node ?? makeBubble(message, this.context);
      if (known && known.message !== message) {
        changeBubble(node, known.message, message, this.context);
      }
      bubbles.set(message.message_id, { node, message });
      const key = dayKey(message.date);
      if (!days.has(key)) {
        days.set(key, []);
        before = null;
      }
      days.get(key).push(node);
      this.#join(before, { node, message });
      before = { node, message };
      tick(node, firstUnheard === undefined || message.message_id < firstUnheard);
    }
    before?.node.classList.add('last');
    this.#bubbles = bubbles;
    arrange(this.list, [...days].map(([key, nodes]) => this.#day(key, nodes)));
    for (const key of [...this.#days.keys()].filter(each => !days.has(each))) {
      this.#days.delete(key);
    }
  }

  /** Scrolls to a message and makes it stand out for a moment; false when it is not among those shown. */
  point(id) {
    const node = this.#bubbles.get(id)?.node;
    node?.scrollIntoView({ block: 'center' });
    node?.animate?.([{ backgroundColor: 'var(--highlight)' }, { backgroundColor: 'transparent' }], { duration: 1600, easing: still.matches ? 'steps(1, end)' : 'ease-in' });
    return node !== undefined;
  }

  /** Words of one sender within minutes stand together. */
  #join(before, current) {
    const joined = before !== null
      && !serviceOf(before.message) && !serviceOf(current.message)
      && isOwn(before.message, this.context.me) === isOwn(current.message, this.context.me)
      && current.message.date - before.message.date < together;
    current.node.classList.toggle('first', !joined);
    before?.node.classList.toggle('last', !joined);
    current.node.classList.remove('last');
  }

  #day(key, nodes) {
    let section = this.#days.get(key);
    if (!section) {
      section = el('section.day', {}, el('p.pill.day-name', {}), el('div.day-messages'));
      this.#days.set(key, section);
    }
    section.firstElementChild.textContent = day(key / 1000);
    arrange(section.lastElementChild, nodes);
    return section;
  }
}

export function skeleton() {
  return el('div.loading', { 'aria-hidden': 'true' }, ...['own', '', '', 'own', ''].map(side =>
    el(`div.message.skeleton${side ? '.own' : ''}`, {}, el('div.bubble', {}, el('span.bone'), el('span.bone.short')))));
}

export const announce = text => { byId('announcer').textContent = text; };
