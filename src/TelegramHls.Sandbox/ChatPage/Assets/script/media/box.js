const widest = 420;
const highest = 420;
const narrowest = 160;

/** Gives a picture its place before a byte of it is here, so that nothing jumps when it comes. */
export function box(node, width, height) {
  const [w, h] = width > 0 && height > 0 ? [width, height] : [16, 9];
  const scale = Math.min(widest / w, highest / h);
  node.style.width = `${Math.max(narrowest, Math.round(w * scale))}px`;
  node.style.aspectRatio = `${w} / ${h}`;
  return node;
}
