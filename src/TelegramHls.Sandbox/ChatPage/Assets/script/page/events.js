import { eventsUrl } from './api.js';

const names = ['refresh', 'message', 'deleted', 'chat', 'action'];
const pause = 1000;

/**
 * Listens to all chats for as long as the page lives. `hear[name](content)` is called for each event, `hear.lost()` when
 * the server is gone. After each (new) connection the server says `refresh`: what happened before is not told.
 */
export function listen(hear) {
  const source = new EventSource(eventsUrl);
  for (const name of names) {
    source.addEventListener(name, event => hear[name](JSON.parse(event.data)));
  }
  source.addEventListener('error', () => {
    hear.lost();
    // Most failures the browser retries by itself; some it takes for the last word.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(hear), pause);
    }
  });
  addEventListener('pagehide', () => source.close(), { once: true });
}
