import * as api from '../page/api.js';
import { el, icon } from '../page/dom.js';
import { tell } from '../overlays/dialogs.js';
import { toast } from '../overlays/toast.js';
import { safeUrl } from './text.js';

/** The buttons under a message. */
export function keyboardOf(chat, message) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.length === 0 ? null : el('div.keyboard', {}, ...rows.map((buttons, row) =>
    el('div.keyboard-row', {}, ...buttons.map((button, column) => key(chat, message, button, row, column)))));
}

function key(chat, message, button, row, column) {
  const url = safeUrl(button.url ?? button.web_app?.url ?? '');
  if (url && (button.url || button.web_app)) {
    return el('a.key', { href: url, target: '_blank', rel: 'noopener noreferrer' }, el('span', {}, button.text), icon('link', 'corner'));
  }
  if (button.callback_data) {
    return el('button.key', { type: 'button', onclick: event => press(event.currentTarget, chat, message, row, column) },
      el('span', {}, button.text), el('span.spinner', { 'aria-hidden': 'true' }));
  }
  if (button.copy_text) {
    const copy = async () => {
      await navigator.clipboard.writeText(button.copy_text.text);
      toast('Copied');
    };
    return el('button.key', { type: 'button', onclick: copy }, el('span', {}, button.text), icon('copy', 'corner'));
  }
  return el('button.key', { type: 'button', disabled: true, title: 'Not in the sandbox' }, el('span', {}, button.text));
}

async function press(node, chat, message, row, column) {
  if (node.getAttribute('aria-busy') === 'true') {
    return;
  }
  node.setAttribute('aria-busy', 'true');
  try {
    const answer = await api.tap(chat, message.message_id, row, column);
    if (!answer.answered) {
      toast('The bot did not answer.', 'bad');
    } else if (answer.url) {
      window.open(safeUrl(answer.url) ?? 'about:blank', '_blank', 'noopener');
    } else if (answer.text && answer.show_alert) {
      await tell(answer.text);
    } else if (answer.text) {
      toast(answer.text);
    }
  } catch (fault) {
    toast(`The button did not work: ${fault.message}`, 'bad');
  } finally {
    node.removeAttribute('aria-busy');
  }
}
