// What the player says in words: what it waits for, what a key has done, what went wrong and what helps.
const PATIENCE = 3000;
const SHOWN_FOR = 1200;

const FAULTS = {
  network: ['The film cannot be reached.', 'The connection or the server is away. Playback goes on where it stopped.'],
  media: ['This browser cannot play the film.', 'Its codec may be unknown here. VLC plays it, and the download works everywhere.'],
};

export function makeWords(player, media) {
  const waiting = player.querySelector('.waiting');
  const toast = player.querySelector('.toast');
  const fault = player.querySelector('.fault');
  let patience;
  let hide;

  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(() => { waiting.hidden = !fault.hidden; }, PATIENCE);
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
      player.toggleAttribute('data-fault', true);
    },
    healed() {
      fault.hidden = true;
      player.removeAttribute('data-fault');
      wait();
    },
  };
}
