const hold = 500;
const slack = 10;

/** Right click, long press and the "more" button of a message open its menu. */
export function startGestures(scroller, openMenu) {
  const messageOf = event => event.target.closest?.('.message[data-id]');
  scroller.addEventListener('contextmenu', event => {
    const node = messageOf(event);
    const selecting = getSelection().type === 'Range' && node?.contains(getSelection().anchorNode);
    if (node && !selecting && !event.target.closest('video, audio')) {
      event.preventDefault();
      openMenu(node, event.clientX, event.clientY);
    }
  });
  scroller.addEventListener('click', event => {
    const more = event.target.closest?.('.more');
    if (more) {
      const box = more.getBoundingClientRect();
      openMenu(messageOf(event), box.left, box.bottom);
    }
  });
  let timer = null;
  let from = null;
  const end = () => clearTimeout(timer);
  scroller.addEventListener('pointerdown', event => {
    const node = messageOf(event);
    from = event;
    if (node && event.pointerType === 'touch' && !event.target.closest('button, a, video, audio')) {
      timer = setTimeout(() => openMenu(node, event.clientX, event.clientY), hold);
    }
  });
  scroller.addEventListener('pointermove', event => {
    if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > slack) {
      end();
    }
  });
  scroller.addEventListener('pointerup', end);
  scroller.addEventListener('pointercancel', end);
}
