// A page of something in work asks for itself every two seconds and takes over what changed.
const PAUSE = 2000;

// take gets the fresh page and says whether to go on.
export function follow(take) {
  const stale = (is) => {
    for (const region of document.querySelectorAll('[data-live]')) region.toggleAttribute('data-stale', is);
  };

  async function renew() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
      if (answer.status >= 500) throw new Error(answer.statusText);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      stale(false);
      if (!take(fresh)) return;
    } catch {
      // The server is away for a moment: what is shown may be old, and looks so until it answers again.
      stale(true);
    }
    setTimeout(renew, PAUSE);
  }

  setTimeout(renew, PAUSE);
}
