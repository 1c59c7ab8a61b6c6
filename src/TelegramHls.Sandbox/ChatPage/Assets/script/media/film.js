import { fileUrl } from '../page/api.js';
import { el, icon } from '../page/dom.js';
import { duration, size } from '../page/format.js';
import { box } from './box.js';
import { cardNode } from './card.js';
import { posterOf } from './posters.js';

/** A film with its first picture; it plays in its place. What the browser cannot play becomes a card. */
export function filmNode(chat, message, { kind, file }) {
  if (kind === 'animation' && file.mime_type === 'image/gif') {
    return box(el('span.media.visual', {},
      el('img', { src: fileUrl(chat, message.message_id), alt: 'GIF', loading: 'lazy' })), file.width, file.height);
  }
  const url = fileUrl(chat, message.message_id);
  const node = el('div.media.visual.film');
  const facts = [file.duration ? duration(file.duration) : null, size(file.file_size)].filter(Boolean).join(' · ');
  const picture = el('img.poster', { alt: '', hidden: true });
  const play = el('button.film-play', { type: 'button', 'aria-label': `Play ${file.file_name ?? 'the video'}, ${facts}` },
    picture, el('span.round', {}, icon('play')), el('span.facts', {}, facts));
  const instead = () => node.replaceWith(cardNode(chat, message, file));
  play.addEventListener('click', () => play.replaceWith(player(url, kind, instead)));
  node.append(play);
  posterOf(url, node, `${file.file_unique_id}`).then(poster => {
    if (poster) {
      picture.src = poster;
      picture.hidden = false;
    }
  });
  if (kind === 'video_note') {
    node.classList.add('note');
  }
  return box(node, kind === 'video_note' ? 1 : file.width, kind === 'video_note' ? 1 : file.height);
}

function player(url, kind, instead) {
  const film = el('video', { src: url, controls: true, autoplay: true, playsinline: true, preload: 'metadata' });
  film.loop = kind === 'animation';
  film.addEventListener('error', instead);
  return film;
}
