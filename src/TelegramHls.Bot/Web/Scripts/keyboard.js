// Keys of the player, wherever the focus is on the page.
const SEEK = 5;
const VOLUME = 0.05;
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2];

export function wireKeyboard(player, media, words) {
  const dialog = document.querySelector('dialog.keys');
  const ask = (request, detail) => player.dispatchEvent(new CustomEvent(request, { composed: true, bubbles: true, detail }));
  const percent = (share) => `${Math.round(share * 100)} %`;

  const seek = (seconds) => {
    media.currentTime = Math.min(Math.max(0, seconds), media.duration || 0);
  };
  const volume = (step) => {
    media.muted = false;
    media.volume = Math.min(1, Math.max(0, media.volume + step));
    words.toast(`Volume ${percent(media.volume)}`);
  };
  const rate = (step) => {
    const now = RATES.findIndex((value) => value >= media.playbackRate);
    media.playbackRate = RATES[Math.min(RATES.length - 1, Math.max(0, now + step))];
    words.toast(`Speed ${media.playbackRate}×`);
  };
  const nextAudio = () => {
    const tracks = [...media.audioTracks ?? []];
    if (tracks.length < 2) {
      words.toast('One audio track');
      return;
    }
    const next = tracks[(tracks.findIndex((track) => track.enabled) + 1) % tracks.length];
    ask('mediaaudiotrackrequest', next.id);
    words.toast(`Audio: ${next.label}`);
  };
  const subtitles = () => {
    const some = [...media.textTracks].some((track) => track.kind === 'subtitles' || track.kind === 'captions');
    if (some) ask('mediatogglesubtitlesrequest');
    else words.toast('No subtitles');
  };
  const fullscreen = () => ask(document.fullscreenElement ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest');

  const actions = {
    ' ': () => ask(media.paused ? 'mediaplayrequest' : 'mediapauserequest'),
    ArrowLeft: () => seek(media.currentTime - SEEK),
    ArrowRight: () => seek(media.currentTime + SEEK),
    ArrowUp: () => volume(VOLUME),
    ArrowDown: () => volume(-VOLUME),
    f: fullscreen,
    m: () => { media.muted = !media.muted; words.toast(media.muted ? 'Muted' : `Volume ${percent(media.volume)}`); },
    c: subtitles,
    a: nextAudio,
    '<': () => rate(-1),
    '>': () => rate(1),
    '?': () => dialog.showModal(),
  };
  for (let digit = 0; digit <= 9; digit++) actions[digit] = () => seek((media.duration || 0) * digit / 10);

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || dialog.open) return;
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || belongsElsewhere(event)) return;
    event.preventDefault();
    action();
  });
  document.querySelector('.show-keys')?.addEventListener('click', () => dialog.showModal());
}

// A menu, a slider or a button that has the focus keeps the keys that work it.
function belongsElsewhere(event) {
  const path = event.composedPath();
  const is = (selector) => path.some((node) => node instanceof Element && node.matches(selector));
  if (is('input:not([type=range], [type=radio]), select, textarea')) return true;
  if (event.key.startsWith('Arrow')) return is('[role=menu], [role=slider], input, media-time-range, media-volume-range');
  if (event.key === ' ') return is('a, button, [role=button], [role=menuitemradio], input') && !is('media-controller > video');
  return false;
}
