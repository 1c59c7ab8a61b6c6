import { byId } from '../page/dom.js';

/** Files that are dropped on the conversation or pasted anywhere, and those of the file picker. */
export function startDropping(take) {
  const host = byId('conversation');
  const zone = byId('dropzone');
  let depth = 0;
  const holdsFiles = event => event.dataTransfer?.types.includes('Files');
  const show = on => { zone.hidden = !on; };
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    depth = 0;
    show(false);
  });
  host.addEventListener('dragenter', event => {
    depth += holdsFiles(event) ? 1 : 0;
    show(depth > 0);
  });
  host.addEventListener('dragleave', event => {
    depth -= holdsFiles(event) ? 1 : 0;
    show(depth > 0);
  });
  host.addEventListener('drop', event => holdsFiles(event) && take([...event.dataTransfer.files]));
  addEventListener('paste', event => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length > 0) {
      event.preventDefault();
      take(files);
    }
  });
  byId('file-picker').addEventListener('change', event => {
    take([...event.target.files]);
    event.target.value = '';
  });
}
