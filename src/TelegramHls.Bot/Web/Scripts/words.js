// What the player says in words: what it waits for, what a key has done, what went wrong and what helps.
const PATIENCE = 3000;
const SHOWN_FOR = 1200;

const FETCHED = 'Still fetching this part of the film …';
const PREPARED = 'The rest of the film is still being prepared …';

const FAULTS = {
  network: ['The film cannot be reached.', 'The connection or the server is away. Playback goes on where it stopped.'],
  media: ['This browser cannot play the film.', 'Its codec may be unknown here. VLC plays it, and the download works everywhere.'],
};

// More of a film in work comes by and by.
const atTheEdge = (media) => media.hasAttribute('data-growing') && media.duration - media.currentTime < 1;

export function makeWords(player, media) {
  const waiting = player.querySelector('.waiting');
  const toast = player.querySelector('.toast');
  const fault = player.querySelector('.fault');
  let patience;
  let hide;

  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      waiting.textContent = atTheEdge(media) ? PREPARED : FETCHED;
      waiting.hidden = !fault.hidden;
    }, PATIENCE);
  };
  const calm = () => {
    clearTimeout(patience);
    waiting.hidden = true;
  };
  media.addEventListener('waiting', wait);
  media.addEventListener('seeking', wait);
  for (const event of ['loadeddata', 'canplay', 'playing', 'seeked', 'pause', 'ended']) media.addEventListener(event, calm);
  wait();

  return {
    toast(text) {
      toast.textContent = text;
      toast.hidden = false;
      clearTimeout(hide);
      hide = setTimeout(() => { toast.hidden = true; }, SHOWN_FOR);
    },
    fault(kind) {
      calm();
      [fault.querySelector('.what').textContent, fault.querySelector('.why').textContent] = FAULTS[kind];
      fault.hidden = false;
      player.dataset.fault = kind;
    },
    healed() {
      fault.hidden = true;
      player.removeAttribute('data-fault');
      wait();
    },
  };
}
