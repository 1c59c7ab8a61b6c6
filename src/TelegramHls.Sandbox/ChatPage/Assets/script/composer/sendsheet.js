import { el, icon } from '../page/dom.js';
import { duration, size } from '../page/format.js';
import { lookOf, nameNodes } from '../media/card.js';
import { open, sheet } from '../overlays/dialogs.js';
import { toast } from '../overlays/toast.js';
import { factsOf } from './facts.js';

/** Asks how files are to be sent; resolves with `[{ file, fields }]`, empty when cancelled. */
export async function chooseHow(given) {
  const files = given.filter(file => file.size > 0);
  if (files.length < given.length) {
    toast('Empty files cannot be sent.', 'bad');
  }
  if (files.length === 0) {
    return [];
  }
  const facts = await Promise.all(files.map(factsOf));
  const special = facts.some(Boolean);
  const caption = el('textarea', { rows: '1', maxlength: '1024', placeholder: 'Add a caption', 'aria-label': 'Caption' });
  const node = sheet(files.length === 1 ? 'Send this file?' : `Send ${files.length} files?`);
  node.classList.add('send-sheet');
  const form = el('form', { onsubmit: event => { event.preventDefault(); node.close('send'); } },
    el('ul.send-files', {}, ...files.map((file, at) => fileNode(file, facts[at]))),
    special ? choices(facts) : null,
    caption,
    el('div.sheet-buttons', {},
      el('button.button', { type: 'button', onclick: () => node.close('') }, 'Cancel'),
      el('button.button.primary', { type: 'submit' }, 'Send')));
  node.firstElementChild.append(form);
  caption.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  const answered = open(node);
  (form.querySelector('.primary')).focus();
  if (await answered !== 'send') {
    return [];
  }
  const asIs = !special || new FormData(form).get('how') === 'file';
  return files.map((file, at) => ({ file, fields: fieldsOf(file, asIs ? null : facts[at], at === 0 ? caption.value.trim() : '') }));
}

const fieldsOf = (file, facts, caption) => ({ kind: 'document', name: file.name, mime: file.type, caption, ...facts });

function fileNode(file, facts) {
  const more = facts?.duration ? ` · ${duration(facts.duration)} · ${facts.width} × ${facts.height}` : '';
  return el('li.card', {},
    el('span.card-icon', { 'data-look': lookOf(file.name, file.type) }, icon(lookOf(file.name, file.type))),
    el('span.card-text', {}, el('span.card-name', { title: file.name }, ...nameNodes(file.name)), el('span.card-size', {}, size(file.size) + more)));
}

function choices(facts) {
  const kinds = [...new Set(facts.filter(Boolean).map(each => each.kind))];
  const word = kinds.length > 1 ? 'As media' : { video: 'As a video', photo: 'As a photo', audio: 'As music' }[kinds[0]];
  return el('fieldset.segments', { 'aria-label': 'How to send' },
    el('label', {}, el('input', { type: 'radio', name: 'how', value: 'media', checked: true }), el('span', {}, word)),
    el('label', {}, el('input', { type: 'radio', name: 'how', value: 'file' }), el('span', {}, 'As a file')));
}
