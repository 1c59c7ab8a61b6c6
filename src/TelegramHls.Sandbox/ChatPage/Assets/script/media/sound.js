import { downloadUrl, fileUrl } from '../page/api.js';
import { el, icon } from '../page/dom.js';
import { duration, size } from '../page/format.js';

/** Audio with a player. */
export function soundNode(chat, message, { kind, file }) {
  const name = file.title ? [file.performer, file.title].filter(Boolean).join(' – ') : file.file_name;
  const title = name ?? (kind === 'voice' ? 'Voice message' : 'Audio');
  const facts = [file.duration ? duration(file.duration) : null, size(file.file_size)].filter(Boolean).join(' · ');
  return el('div.media.sound', {},
    el('div.sound-head', {}, el('b', { title }, title), el('span', {}, facts),
      el('a.icon-button.small', { href: downloadUrl(chat, message.message_id), download: file.file_name ?? 'audio', 'aria-label': `Download ${title}` }, icon('download'))),
    el('audio', { src: fileUrl(chat, message.message_id), controls: true, preload: 'none', 'aria-label': title }));
}
