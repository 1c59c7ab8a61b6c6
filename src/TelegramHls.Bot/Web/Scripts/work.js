// The page of a film in work: asks for itself every two seconds and takes over what changed, until the player is there.
const PAUSE = 2000;
const live = document.querySelector('[data-live]');

async function renew() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
    if (!fresh) {
      location.reload();
      return;
    }
    live.removeAttribute('data-stale');
    if (live.innerHTML !== fresh.innerHTML) live.replaceChildren(...fresh.childNodes);
  } catch {
    // The server is away for a moment: what is shown may be old, and looks so until it answers again.
    live.setAttribute('data-stale', '');
  }
  setTimeout(renew, PAUSE);
}

setTimeout(renew, PAUSE);
