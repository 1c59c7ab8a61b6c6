/** First pictures of films. One film is opened at a time: a browser has six connections to a server, and others need them. */

const longest = 4000;
const width = 640;
const known = new Map();
let last = Promise.resolve();

/** The address of a picture, once the node is near the view; null when the browser cannot read the film. */
export function posterOf(url, node, key) {
  if (!known.has(key)) {
    known.set(key, seen(node).then(() => {
      last = last.then(() => grab(url));
      return last;
    }));
  }
  return known.get(key);
}

function seen(node) {
  return new Promise(resolve => {
    const watch = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        watch.disconnect();
        resolve();
      }
    }, { rootMargin: '200px' });
    watch.observe(node);
  });
}

async function grab(url) {
  const film = document.createElement('video');
  film.muted = true;
  film.preload = 'auto';
  try {
    await heard(film, 'loadeddata', () => { film.src = url; });
    await heard(film, 'seeked', () => { film.currentTime = Math.min(1, (film.duration || 0) / 10); });
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.max(1, Math.round(width * film.videoHeight / film.videoWidth));
    canvas.getContext('2d').drawImage(film, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', 0.8); });
    return URL.createObjectURL(picture);
  } catch {
    // No picture is a picture too: the film shows a plain ground.
    return null;
  } finally {
    film.removeAttribute('src');
    film.load();
  }
}

function heard(film, name, begin) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${name}`)), longest);
    film.addEventListener(name, () => { clearTimeout(late); resolve(); }, { once: true });
    film.addEventListener('error', () => { clearTimeout(late); reject(film.error); }, { once: true });
    begin();
  });
}
