// Listens to the server's events while the page is seen: browsers give one server few connections, and hidden pages need none.
const ADDRESS = '/jobs/events';
const SILENCE = 40_000;
const AGAIN = 3000;

export function listen(renew) {
  let source;
  let alarm;
  let again;
  let isBusy = false;
  let isWanted = false;

  const calm = (is) => {
    document.querySelector('.offline').hidden = is;
    for (const region of document.querySelectorAll('[data-live]')) region.toggleAttribute('data-stale', !is);
  };

  // One request at a time; what changes meanwhile is asked for once more.
  const ask = async () => {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      try {
        await renew();
        calm(true);
      } catch {
        calm(false);
      }
    }
    isBusy = false;
  };

  const heard = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => { close(); open(); }, SILENCE);
  };

  function close() {
    clearTimeout(alarm);
    clearTimeout(again);
    source?.close();
    source = undefined;
  }

  function open() {
    source = new EventSource(ADDRESS);
    heard();
    source.addEventListener('still', () => { heard(); if (!document.querySelector('.offline').hidden) ask(); });
    source.addEventListener('changed', (event) => {
      heard();
      const job = document.querySelector('[data-job]')?.dataset.job;
      const { jobs } = JSON.parse(event.data);
      if (!job || jobs.length === 0 || jobs.includes(job)) ask();
    });
    source.addEventListener('error', () => {
      calm(false);
      // Refused for good as a browser sees it (signed out, or too many pages): what the page itself answers decides.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      again = setTimeout(() => { ask(); open(); }, AGAIN);
    });
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else if (!source) {
      ask();
      open();
    }
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', (event) => { if (event.persisted && !source) open(); });
  if (!document.hidden) open();
}
