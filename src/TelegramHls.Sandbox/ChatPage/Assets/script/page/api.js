/** A person's side of the sandbox (README of the project, "A person's side"). */

/** The server refused; the message says why. */
export class Refusal extends Error {}

async function call(path, body, options = {}) {
  const response = await fetch(`/person${path}`, body === undefined ? options : {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...options,
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Refusal(answer.description ?? `The sandbox answered ${response.status}.`);
  }
  return answer;
}

const query = fields => new URLSearchParams(
  Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''));

export const self = () => call('');
export const chats = () => call('/chats');
export const messages = async (chat, page) => (await call(`/chats/${chat}/messages?${query(page)}`)).messages;
export const say = (chat, text, reply) => call(`/chats/${chat}/messages`, { text, reply_to_message_id: reply });
export const edit = (chat, id, text) => call(`/chats/${chat}/messages/${id}/edit`, { text });
export const remove = (chat, id) => call(`/chats/${chat}/messages/${id}`, undefined, { method: 'DELETE' });
export const forward = (chat, from, id) => call(`/chats/${chat}/forward`, { from_chat_id: from, message_id: id });
export const read = (chat, id) => call(`/chats/${chat}/read`, { message_id: id });
export const tap = (chat, id, row, column) => call(`/chats/${chat}/messages/${id}/tap`, { row, column });
export const sample = (chat, signal) => call(`/chats/${chat}/sample`, {}, { signal });
export const unblock = chat => call(`/chats/${chat}/unblock`, {});

export const fileUrl = (chat, id) => `/person/chats/${chat}/messages/${id}/file`;
export const downloadUrl = (chat, id) => `${fileUrl(chat, id)}?download`;
export const uploadUrl = (chat, fields) => `/person/chats/${chat}/files?${query(fields)}`;
export const eventsUrl = '/person/events';
