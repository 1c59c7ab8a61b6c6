/** What a message is, in a few words. */

const kinds = ['photo', 'video', 'animation', 'audio', 'voice', 'video_note', 'document'];
const names = { photo: 'Photo', video: 'Video', animation: 'GIF', audio: 'Audio', voice: 'Voice message', video_note: 'Video message' };

/** The file of a message: `{ kind, file }`; null without one. */
export function mediaOf(message) {
  const kind = kinds.find(each => message[each]);
  return kind ? { kind, file: kind === 'photo' ? message.photo.at(-1) : message[kind] } : null;
}

export const isOwn = (message, me) => message.from?.id === me.id;

export const senderOf = message => message.sender_chat?.title ?? message.from?.first_name ?? '';

export const originOf = message => message.forward_origin
  && (message.forward_origin.sender_user?.first_name ?? message.forward_origin.chat?.title
    ?? message.forward_origin.sender_user_name ?? 'someone');

/** The words of a service message; null for others. */
export function serviceOf(message) {
  if (message.channel_chat_created) {
    return 'Channel created';
  }
  if (message.supergroup_chat_created) {
    return 'Group created';
  }
  return message.pinned_message ? `${senderOf(message)} pinned “${lineOf(message.pinned_message)}”` : null;
}

/** One line for lists and quotes. */
export function lineOf(message) {
  const media = mediaOf(message);
  const words = message.text ?? message.caption;
  return serviceOf(message)
    ?? (words ? words.replace(/\s+/g, ' ') : null)
    ?? (media ? media.file.file_name ?? names[media.kind] ?? 'File' : 'Message');
}

const actions = {
  typing: 'typing…',
  upload_photo: 'uploading a photo…',
  record_video: 'recording a video…',
  upload_video: 'uploading a video…',
  record_voice: 'recording a voice message…',
  upload_voice: 'uploading a voice message…',
  upload_audio: 'uploading audio…',
  record_audio: 'recording audio…',
  upload_document: 'uploading a document…',
  choose_sticker: 'choosing a sticker…',
  find_location: 'looking for a place…',
  record_video_note: 'recording a video message…',
  upload_video_note: 'uploading a video message…',
};

export const actionWords = action => actions[action] ?? null;
