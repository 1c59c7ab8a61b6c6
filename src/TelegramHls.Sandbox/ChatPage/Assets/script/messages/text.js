import { el } from '../page/dom.js';

const found = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'»]|(?<=^|[\s(])\/[a-zA-Z][\w]{0,31}(?![\w/.])/g;
const tags = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', blockquote: 'blockquote', expandable_blockquote: 'blockquote' };

/** The text of a message with its entities (offsets in UTF-16 units, nested or apart). */
export function textNodes(text, entities = [], onCommand = null) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nest(text, sorted, 0, text.length, onCommand);
}

function nest(text, entities, start, end, onCommand) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || stop <= entity.offset) {
      continue;
    }
    nodes.push(...plain(text.slice(at, entity.offset), onCommand));
    const inner = entities.slice(i + 1).filter(each => each.offset >= entity.offset && each.offset < stop);
    nodes.push(wrap(entity, text.slice(entity.offset, stop), quiet =>
      nest(text, inner, entity.offset, stop, quiet ? undefined : onCommand)));
    at = stop;
  }
  return [...nodes, ...plain(text.slice(at, end), onCommand)];
}

function wrap(entity, text, children) {
  switch (entity.type) {
    case 'code':
      return el('code', {}, text);
    case 'pre':
      return el('pre', { 'data-language': entity.language }, el('code', {}, text));
    case 'text_link':
      return link(entity.url, children(true));
    case 'url':
      return link(text, [text]);
    case 'bot_command':
      return el('span', {}, children(false));
    case 'spoiler':
      return spoiler(children(false));
    default:
      return el(tags[entity.type] ?? 'span', {}, ...children(false));
  }
}

/** Links and commands that the sender did not mark. An undefined command handler means: leave the text alone. */
function plain(text, onCommand) {
  if (onCommand === undefined || text === '') {
    return text === '' ? [] : [text];
  }
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(found)) {
    const command = match[0].startsWith('/');
    if (command && !onCommand) {
      continue;
    }
    nodes.push(text.slice(at, match.index));
    nodes.push(command
      ? el('button.link', { type: 'button', onclick: () => onCommand(match[0]) }, match[0])
      : link(match[0], [match[0]]));
    at = match.index + match[0].length;
  }
  return [...nodes, text.slice(at)].filter(node => node !== '');
}

/** A link that opens elsewhere; an address of a kind that could run something stays text. */
export function link(address, children) {
  const url = safeUrl(address);
  return url ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children) : el('span', {}, ...children);
}

export function safeUrl(address) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  return URL.canParse(full) && ['http:', 'https:', 'mailto:', 'tg:'].includes(new URL(full).protocol) ? full : null;
}

function spoiler(children) {
  const node = el('span.spoiler', { role: 'button', tabindex: '0', 'aria-label': 'Hidden text, show' }, ...children);
  const show = () => {
    node.classList.add('shown');
    node.removeAttribute('role');
    node.removeAttribute('aria-label');
  };
  node.addEventListener('click', show);
  node.addEventListener('keydown', event => event.key === 'Enter' && show());
  return node;
}
