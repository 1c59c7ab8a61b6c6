// The operator's pages: they follow what changes, and are worked by keys.
import { wireListKeys } from './list-keys.js';
import { listen } from './pulse.js';
import { renew } from './renew.js';
import { wireTicks } from './ticks.js';

wireTicks(document);
wireListKeys();
if (document.querySelector('[data-live]')) listen(renew);
