import { downloadUrl } from '../page/api.js';
import { el, icon } from '../page/dom.js';
import { size } from '../page/format.js';

const looks = [
  ['film', /^(mp4|m4v|mkv|mov|webm|avi|ts|m2ts|wmv|flv|mpg|mpeg)$/, /^video\//],
  ['music', /^(mp3|m4a|flac|ogg|opus|wav|aac)$/, /^audio\//],
  ['image', /^(jpe?g|png|gif|webp|heic|svg)$/, /^image\//],
  ['parts', /^bin$/, /^$/],
];

/** Which symbol stands for a file: by its name, else by its type. */
export function lookOf(name = '', mime = '') {
  const ending = name.includes('.') ? name.split('.').at(-1).toLowerCase() : '';
  return looks.find(([, endings]) => endings.test(ending))?.[0]
    ?? looks.find(([, , types]) => mime && types.test(mime))?.[0]
    ?? 'file';
}

/** A file with name and size; a click downloads it. */
export function cardNode(chat, message, file) {
  const look = lookOf(file.file_name, file.mime_type);
  const name = file.file_name ?? 'File';
  return el('a.media.card', {
    href: downloadUrl(chat, message.message_id),
    download: name,
    'aria-label': `Download ${name}, ${size(file.file_size)}`,
  },
    el('span.card-icon', { 'data-look': look }, icon(look), icon('download', 'on-hover')),
    el('span.card-text', {},
      el('span.card-name', { title: name }, ...nameNodes(name)),
      el('span.card-size', {}, size(file.file_size))));
}

/** A long name is cut in the middle by the style sheet: the end says what it is. */
export function nameNodes(name) {
  const tail = Math.min(12, Math.floor(name.length / 2));
  return [el('span.head', {}, name.slice(0, name.length - tail)), el('span.tail', {}, name.slice(name.length - tail))];
}
