// A film that plays while the rest of it is being stored: what stands below the player is renewed, the player plays on.
import { wireCopyButtons } from './copy.js';
import { follow } from './live.js';

export function followGrowing(media, onAnswer) {
  const regions = new Map([...document.querySelectorAll('[data-live]')].map((region) => [region, region.innerHTML]));
  follow((fresh) => {
    const next = fresh.querySelector('[data-hls]');
    if (!next) {
      // Cancelled, failed or deleted.
      location.reload();
      return false;
    }
    for (const [region, shown] of regions) {
      const news = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
      if (!news) {
        region.remove();
      } else if (news.innerHTML !== shown) {
        regions.set(region, news.innerHTML);
        region.replaceChildren(...news.childNodes);
        wireCopyButtons(region);
      }
    }
    media.toggleAttribute('data-growing', next.hasAttribute('data-growing'));
    onAnswer();
    return media.hasAttribute('data-growing');
  });
}
