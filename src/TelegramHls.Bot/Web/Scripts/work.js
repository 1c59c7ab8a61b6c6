// The page of a film in work, until the player is there.
import { follow } from './live.js';

const live = document.querySelector('main[data-live]');

follow((fresh) => {
  const next = fresh.querySelector('main[data-live]');
  if (!next) {
    location.reload();
    return false;
  }
  if (live.innerHTML !== next.innerHTML) live.replaceChildren(...next.childNodes);
  return true;
});
