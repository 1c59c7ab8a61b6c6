// Buttons that copy an address: shown only where there is script.
const SHOWN_FOR = 2000;

export function wireCopyButtons(root) {
  for (const button of root.querySelectorAll('button[data-copy]')) {
    const label = button.querySelector('.label');
    const words = label.textContent;
    let back;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const copied = await copy(new URL(button.dataset.copy, location.href).href);
      label.textContent = copied ? 'Copied' : 'Press Ctrl+C';
      button.toggleAttribute('data-done', copied);
      clearTimeout(back);
      back = setTimeout(() => {
        label.textContent = words;
        button.removeAttribute('data-done');
      }, SHOWN_FOR);
    });
  }
}

async function copy(text) {
  // Only pages from https or from this machine get the clipboard; the old way works in a home network too.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed: the old way asks nobody.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'offscreen';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
