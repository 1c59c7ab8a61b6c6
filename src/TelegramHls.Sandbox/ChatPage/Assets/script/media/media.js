import { mediaOf } from '../messages/words.js';
import { cardNode } from './card.js';
import { filmNode } from './film.js';
import { pictureNode } from './picture.js';
import { soundNode } from './sound.js';

/** The file of a message, shown as what it is; null without a file. */
export function mediaNode(chat, message) {
  const media = mediaOf(message);
  switch (media?.kind) {
    case undefined:
      return null;
    case 'photo':
      return pictureNode(chat, message, media.file);
    case 'animation':
    case 'video':
    case 'video_note':
      return filmNode(chat, message, media);
    case 'audio':
    case 'voice':
      return soundNode(chat, message, media);
    default:
      return cardNode(chat, message, media.file);
  }
}
