import { fileUrl } from '../page/api.js';
import { el } from '../page/dom.js';
import { showPicture } from '../overlays/dialogs.js';
import { box } from './box.js';

/** A photo; a click shows it large. */
export function pictureNode(chat, message, file) {
  const url = fileUrl(chat, message.message_id);
  const node = el('button.media.visual', { type: 'button', 'aria-label': 'Show the photo large', onclick: () => showPicture(url) },
    el('img', { src: url, alt: message.caption ?? 'Photo', loading: 'lazy', decoding: 'async' }));
  return box(node, file.width, file.height);
}
