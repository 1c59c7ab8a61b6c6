// The watch page.
import 'media-tracks/polyfill';
import 'media-chrome/media-controller';
import 'media-chrome/media-control-bar';
import 'media-chrome/media-fullscreen-button';
import 'media-chrome/media-loading-indicator';
import 'media-chrome/media-mute-button';
import 'media-chrome/media-pip-button';
import 'media-chrome/media-play-button';
import 'media-chrome/media-time-display';
import 'media-chrome/media-time-range';
import 'media-chrome/media-volume-range';
import 'media-chrome/menu/media-audio-track-menu';
import 'media-chrome/menu/media-audio-track-menu-button';
import 'media-chrome/menu/media-captions-menu';
import 'media-chrome/menu/media-chrome-menu-item';
import 'media-chrome/menu/media-captions-menu-button';
import 'media-chrome/menu/media-playback-rate-menu';
import 'media-chrome/menu/media-playback-rate-menu-button';
import { wireChapters } from './chapters.js';
import { wireCopyButtons } from './copy.js';
import { followGrowing } from './growing.js';
import { wireKeyboard } from './keyboard.js';
import { openSource } from './source.js';
import { makeWords } from './words.js';

const player = document.querySelector('media-controller');
const media = player.querySelector('[data-hls]');
const words = makeWords(player, media);
const source = openSource(media, words.fault);

function retry() {
  words.healed();
  source.retry();
}

player.querySelector('.retry').addEventListener('click', retry);
addEventListener('online', () => { if (player.hasAttribute('data-fault')) retry(); });
media.addEventListener('dblclick', () => player.dispatchEvent(new CustomEvent(
  document.fullscreenElement ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest', { composed: true, bubbles: true })));
wireKeyboard(player, media, words);
wireChapters(media);
if (media.hasAttribute('data-growing')) {
  // The page answers: so does the film. Once it is ready there may be a version of it that this browser plays.
  followGrowing(media, () => {
    const isReady = !media.hasAttribute('data-growing');
    if (player.dataset.fault === 'network' || (isReady && player.dataset.fault === 'media')) retry();
  });
}
wireCopyButtons(document);
document.querySelector('.show-keys').hidden = false;
