// The watch page: plays the HLS link with hls.js where the browser has Media Source Extensions, else natively.
const video = document.querySelector('video[data-hls]');
const notice = document.querySelector('.notice');
const languages = document.querySelector('select[name="audio"]');

function say(text, kind = '') {
  notice.textContent = text;
  notice.dataset.kind = kind;
}

function playWithHls(Hls) {
  // The whole film is there, so playback starts at its beginning and not at a live edge.
  const hls = new Hls({ startPosition: 0, backBufferLength: 60 });
  let recoveries = 0;
  hls.on(Hls.Events.ERROR, (_, error) => {
    if (!error.fatal) return;
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries++ < 2) {
      hls.recoverMediaError();
    } else {
      say('This film cannot be played here. Try the stream link below in a player such as VLC.', 'bad');
    }
  });
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () => offerLanguages(hls));
  languages.addEventListener('change', () => { hls.audioTrack = Number(languages.value); });
  hls.loadSource(video.dataset.hls);
  hls.attachMedia(video);
  window.player = hls;
}

function offerLanguages(hls) {
  const tracks = hls.audioTracks;
  languages.replaceChildren(...tracks.map((track, index) => {
    const option = new Option(track.name || track.lang || `Audio ${index + 1}`, String(index));
    option.selected = index === hls.audioTrack;
    return option;
  }));
  languages.closest('label').hidden = tracks.length < 2;
}

function onKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('select, input, textarea')) return;
  const actions = {
    ' ': () => (video.paused ? video.play() : video.pause()),
    ArrowLeft: () => { video.currentTime -= 5; },
    ArrowRight: () => { video.currentTime += 5; },
    ArrowUp: () => { video.volume = Math.min(1, video.volume + 0.1); },
    ArrowDown: () => { video.volume = Math.max(0, video.volume - 0.1); },
    m: () => { video.muted = !video.muted; },
    f: () => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen()),
  };
  const action = actions[event.key];
  if (!action || (event.key === ' ' && event.target.closest('a, button'))) return;
  event.preventDefault();
  action();
}

if (video) {
  let started = false;
  video.addEventListener('loadeddata', () => { started = true; say(''); });
  setTimeout(() => { if (!started && !notice.textContent) say('Still fetching the first seconds of the film …'); }, 3000);
  document.addEventListener('keydown', onKey);
  if (window.Hls?.isSupported()) {
    playWithHls(window.Hls);
  } else {
    video.src = video.dataset.hls;
    video.addEventListener('error', () => { video.src = video.dataset.stream; }, { once: true });
  }
}
