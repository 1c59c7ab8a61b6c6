// Where the picture comes from: hls.js where there are Media Source Extensions, else the browser's own HLS, else the stream link.
import Hls from 'hls.js';

const RECOVERIES = 2;

// The list of a film in work is asked for until the film ends; a server that starts again is waited for.
const PATIENT = { maxNumRetry: 20, retryDelayMs: 1000, maxRetryDelayMs: 4000 };
const GONE = 404;

export function openSource(media, onFault) {
  return Hls.isSupported() ? withHls(media, onFault) : natively(media, onFault);
}

function withHls(media, onFault) {
  // A film starts at its beginning, also while it grows: there is no live edge to follow.
  const hls = new Hls({
    startPosition: 0,
    backBufferLength: 60,
    playlistLoadPolicy: { default: { ...Hls.DefaultConfig.playlistLoadPolicy.default, errorRetry: PATIENT } },
  });
  let recoveries = 0;
  let started = false;
  hls.on(Hls.Events.FRAG_BUFFERED, () => { started = true; });
  hls.on(Hls.Events.ERROR, (_, error) => {
    if (!error.fatal) return;
    if (error.details === Hls.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR) {
      onFault('media');
    } else if (error.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries++ < RECOVERIES) {
      hls.recoverMediaError();
    } else if (media.hasAttribute('data-growing') && error.response?.code === GONE) {
      reopen();
    } else {
      onFault(error.type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'media');
    }
  });
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () => offerAudio(media, hls));
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, (_, { id }) => {
    for (const track of media.audioTracks) track.enabled = track.id === String(id);
  });
  media.audioTracks.addEventListener('change', () => {
    const chosen = [...media.audioTracks].find((track) => track.enabled);
    if (chosen && Number(chosen.id) !== hls.audioTrack) hls.audioTrack = Number(chosen.id);
  });
  // The film was stored anew, under other addresses: a clean list, and on from where the viewer was.
  function reopen() {
    const plays = !media.paused;
    hls.config.startPosition = media.currentTime;
    hls.detachMedia();
    hls.loadSource(media.dataset.hls);
    hls.attachMedia(media);
    if (plays) hls.once(Hls.Events.FRAG_BUFFERED, () => media.play());
  }

  hls.loadSource(media.dataset.hls);
  hls.attachMedia(media);
  return {
    retry() {
      recoveries = 0;
      if (started) {
        hls.startLoad();
        hls.recoverMediaError();
      } else {
        hls.loadSource(media.dataset.hls);
      }
    },
  };
}

// The list that menus of players read; most browsers have none of their own.
function offerAudio(media, hls) {
  for (const track of [...media.audioTracks]) media.removeAudioTrack(track);
  hls.audioTracks.forEach((track, index) => {
    const kind = track.default ? 'main' : 'alternative';
    const offered = media.addAudioTrack(kind, track.name || track.lang || `Audio ${index + 1}`, track.lang ?? '');
    offered.id = String(index);
    offered.enabled = index === hls.audioTrack;
  });
}

function natively(media, onFault) {
  let address = media.dataset.hls;
  media.addEventListener('error', () => {
    if (address === media.dataset.stream || media.hasAttribute('data-growing')) {
      onFault(media.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'media');
      return;
    }
    address = media.dataset.stream;
    media.src = address;
  });
  media.src = address;
  return { retry() { media.load(); } };
}
