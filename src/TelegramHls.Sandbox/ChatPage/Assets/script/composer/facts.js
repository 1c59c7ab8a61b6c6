const patience = 5000;
const largestPhoto = 10_000_000;
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** What a file can be sent as beside a plain file, with what the browser reads out of it; null when nothing else. */
export async function factsOf(file) {
  if (file.type.startsWith('video/') || file.type.startsWith('audio/')) {
    const kind = file.type.slice(0, 5);
    const found = await read(document.createElement(kind), 'loadedmetadata', file, node => ({
      kind, width: node.videoWidth, height: node.videoHeight, duration: Math.round(node.duration) || 0,
    }));
    return kind === 'audio' || found?.width > 0 ? found : null;
  }
  if (pictures.includes(file.type) && file.size <= largestPhoto) {
    return read(document.createElement('img'), 'load', file, () => ({ kind: 'photo' }));
  }
  return null;
}

function read(node, name, file, facts) {
  const url = URL.createObjectURL(file);
  return new Promise(resolve => {
    const end = found => {
      clearTimeout(late);
      node.removeAttribute('src');
      node.load?.();
      URL.revokeObjectURL(url);
      resolve(found);
    };
    const late = setTimeout(() => end(null), patience);
    node.addEventListener(name, () => end(facts(node)), { once: true });
    node.addEventListener('error', () => end(null), { once: true });
    node.preload = 'metadata';
    node.src = url;
  });
}
