import { el, icon } from '../page/dom.js';
import { exact, time } from '../page/format.js';
import { mediaNode } from '../media/media.js';
import { keyboardOf } from './keyboard.js';
import { textNodes } from './text.js';
import { isOwn, lineOf, mediaOf, originOf, senderOf, serviceOf } from './words.js';

/** Makes the node of a message. `context`: the chat, the person, and what quotes, commands and the menu do. */
export function makeBubble(message, context) {
  const service = serviceOf(message);
  if (service) {
    const node = el('article.message.service', { 'data-id': message.message_id });
    node.append(el('p.pill', {}, service));
    return node;
  }
  const node = el('article.message', { 'data-id': message.message_id, 'aria-label': `${senderOf(message)}, ${time(message.date)}` });
  node.classList.toggle('own', isOwn(message, context.me));
  node.append(el('div.bubble'));
  node.append(el('button.more', { type: 'button', 'aria-label': 'What to do with this message', 'aria-haspopup': 'menu' }, icon('more')));
  fill(node, null, message, context);
  return node;
}

/** Shows a new state of the same message; what did not change, as a film that plays, stays as it is. */
export function changeBubble(node, before, message, context) {
  if (!serviceOf(message)) {
    fill(node, before, message, context);
  }
}

/** Shows whether the bot has fetched an own message. */
export function tick(node, heard) {
  const old = node.querySelector('.meta .tick');
  if (old && old.dataset.heard !== String(heard)) {
    old.replaceWith(tickNode(heard));
  }
}

function fill(node, before, message, context) {
  const bubble = node.firstElementChild;
  const media = same(before, message, mediaOf) ? bubble.querySelector(':scope > .media') : mediaNode(context.chat.id, message);
  const words = message.text ?? message.caption;
  const heard = node.querySelector('.tick')?.dataset.heard === 'true';
  const meta = metaNode(message, isOwn(message, context.me), heard);
  const text = words
    ? el('div.text', { dir: 'auto' }, ...textNodes(words, message.entities ?? message.caption_entities, context.onCommand), meta)
    : null;
  if (!words) {
    meta.classList.add(media?.classList.contains('visual') ? 'over' : 'beside');
  }
  const parts = [originNode(message), quoteNode(message, context), ...(message.show_caption_above_media ? [text, media] : [media, text]), words ? null : meta];
  const keep = parts.filter(Boolean);
  for (const child of [...bubble.children].filter(each => !keep.includes(each))) {
    child.remove();
  }
  let place = bubble.firstElementChild;
  for (const part of keep) {
    if (part === place) {
      place = place.nextElementSibling;
    } else {
      bubble.insertBefore(part, place);
    }
  }
  bubble.classList.toggle('has-visual', media?.classList.contains('visual') ?? false);
  bubble.classList.toggle('has-media', Boolean(media));
  if (!same(before, message, each => each.reply_markup)) {
    changeKeyboard(node, keyboardOf(context.chat.id, message));
  }
}

function changeKeyboard(node, keyboard) {
  const old = node.querySelector('.keyboard');
  const focused = old ? [...old.querySelectorAll('.key')].indexOf(document.activeElement) : -1;
  old?.remove();
  if (keyboard) {
    node.append(keyboard);
    (keyboard.querySelectorAll('.key')[focused])?.focus({ preventScroll: true });
  }
}

const same = (before, after, part) => before !== null && JSON.stringify(part(before)) === JSON.stringify(part(after));

function originNode(message) {
  const origin = originOf(message);
  return origin ? el('p.origin', {}, 'Forwarded from ', el('b', {}, origin)) : null;
}

function quoteNode(message, context) {
  const replied = message.reply_to_message;
  return replied ? el('button.quote', { type: 'button', onclick: () => context.onQuote(replied.message_id) },
    el('b', {}, senderOf(replied)), el('span', {}, lineOf(replied))) : null;
}

function metaNode(message, own, heard) {
  return el('span.meta', { title: exact(message.date) },
    message.edit_date ? el('span', {}, 'edited') : null,
    el('time', { datetime: new Date(message.date * 1000).toISOString() }, time(message.date)),
    own ? tickNode(heard) : null);
}

function tickNode(heard) {
  return el('span.tick', { 'data-heard': String(heard), role: 'img', 'aria-label': heard ? 'Received by the bot' : 'Sent' },
    icon(heard ? 'ticks' : 'tick'));
}
