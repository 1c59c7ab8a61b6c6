const patience = 5000;
const largestPhoto = 10_000_000;
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** What a file can be sent as beside a plain file, with what the browser reads out of it; null when nothing else. */
export async function factsOf(file) {
  if (file.type.startsWith('video/') || file.type.startsWith('audio/')) {
    const kind = file.type.slice(0, 5);
    const node = await loaded(document.createElement(kind), 'loadedmetadata', file);
    return node && (kind === 'audio' || node.videoWidth > 0)
      ? { kind, ...(kind === 'video' ? { width: node.videoWidth, height: node.videoHeight } : {}), duration: Math.round(node.duration) || 0 }
      : null;
  }
  if (pictures.includes(file.type) && file.size <= largestPhoto) {
    return await loaded(document.createElement('img'), 'load', file) ? { kind: 'photo' } : null;
  }
  return null;
}

function loaded(node, name, file) {
  const url = URL.createObjectURL(file);
  return new Promise(resolve => {
    const end = found => {
      clearTimeout(late);
      URL.revokeObjectURL(url);
      resolve(found);
    };
    const late = setTimeout(() => end(null), patience);
    node.addEventListener(name, () => end(node), { once: true });
    node.addEventListener('error', () => end(null), { once: true });
    node.preload = 'metadata';
    node.src = url;
  });
}
