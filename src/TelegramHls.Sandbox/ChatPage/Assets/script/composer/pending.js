import { el, icon } from '../page/dom.js';
import { size, time } from '../page/format.js';
import { nameNodes } from '../media/card.js';

const nodes = new WeakMap();

/** The bubble of a file on its way, with a ring that cancels. */
export function pendingNode(item, uploads) {
  let node = nodes.get(item);
  if (!node) {
    node = make(item, uploads);
    nodes.set(item, node);
  }
  const failed = item.state === 'failed';
  const share = item.total > 0 ? item.done / item.total : 0;
  node.dataset.state = item.state === 'going' && item.total === 0 ? 'making' : item.state;
  node.querySelector('.ring').style.setProperty('--done', String(share));
  node.querySelector('.card-size').textContent = wordsOf(item);
  node.querySelector('.ring').setAttribute('aria-valuenow', String(Math.round(share * 100)));
  node.querySelector('.retry').hidden = !failed;
  return node;
}

function make(item, uploads) {
  return el(`article.message.first.last.sending${item.own ? '.own' : ''}`, { 'aria-label': `Sending ${item.name}` },
    el('div.bubble.has-media', {},
      el('div.media.card', {},
        el('button.card-icon.cancel', { type: 'button', 'aria-label': `Cancel sending ${item.name}`, onclick: () => uploads.cancel(item) },
          el('span.ring', { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-label': `Progress of ${item.name}` }),
          icon('close')),
        el('span.card-text', {},
          el('span.card-name', { title: item.name }, ...nameNodes(item.name)),
          el('span.card-size'),
          el('button.link.retry', { type: 'button', onclick: () => uploads.again(item) }, 'Send again'))),
      item.fields?.caption ? el('div.text', {}, item.fields.caption) : null,
      el('span.meta.beside', {}, time(item.since), icon('clock'))));
}

function wordsOf(item) {
  switch (item.state) {
    case 'waiting':
      return `${item.total ? `${size(item.total)} · ` : ''}waiting`;
    case 'failed':
      return `Not sent: ${item.fault}`;
    default: {
      if (item.total === 0) {
        return 'Making the sample film…';
      }
      if (item.done >= item.total) {
        return `${size(item.total)} · being stored`;
      }
      const seconds = (performance.now() - item.began) / 1000;
      const rate = seconds > 1 ? ` · ${size(item.done / seconds)}/s` : '';
      return `${size(item.done)} of ${size(item.total)}${rate}`;
    }
  }
}
