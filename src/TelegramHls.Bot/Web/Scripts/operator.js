// The operator's pages: they follow what changes, and are worked by keys.
import { wireListKeys } from './list-keys.js';
import { listen } from './pulse.js';
import { renew } from './renew.js';
import { wireTicks } from './ticks.js';

// Where rows of things are wider than the window, what matters now is in sight.
for (const now of document.querySelectorAll('.bar nav [aria-current], .tabs [aria-current], .steps .current, .steps .stopped')) {
  const row = now.closest('nav, .steps');
  row.scrollLeft = now.offsetLeft - (row.clientWidth - now.offsetWidth) / 2;
}
wireTicks(document);
wireListKeys();
if (document.querySelector('[data-live]')) listen(renew);
