// The list of chapters below the player: a click goes there, and the one that plays is marked.
export function wireChapters(media) {
  const links = [...document.querySelectorAll('a[data-seek]')];
  if (links.length === 0) return;
  let current;
  const mark = () => {
    const now = links.find((link) => media.currentTime >= Number(link.dataset.seek) && media.currentTime < Number(link.dataset.until));
    if (now === current) return;
    current?.removeAttribute('aria-current');
    now?.setAttribute('aria-current', 'true');
    current = now;
  };
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      media.currentTime = Number(link.dataset.seek);
      media.closest('.stage').scrollIntoView({ block: 'nearest' });
    });
  }
  for (const event of ['timeupdate', 'seeking', 'loadedmetadata']) media.addEventListener(event, mark);
}
