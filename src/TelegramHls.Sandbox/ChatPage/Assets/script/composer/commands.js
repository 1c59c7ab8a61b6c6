import { byId, el } from '../page/dom.js';

/** The commands that the bot has told of: behind the menu button, and filtered while one is typed. */
export class Commands {
  #all = [];
  #shown = [];
  #at = 0;

  constructor(input, choose) {
    this.input = input;
    this.choose = choose;
    this.list = byId('commands');
    this.button = byId('menu');
    this.button.addEventListener('click', () => (this.list.hidden ? this.#open(this.#all) : this.close()));
    addEventListener('pointerdown', event => {
      if (!this.list.hidden && !byId('composer').contains(event.target)) {
        this.close();
      }
    });
  }

  of(commands) {
    this.#all = commands;
    this.button.hidden = commands.length === 0;
    if (commands.length === 0) {
      this.close();
    }
  }

  /** Something was typed. */
  typed() {
    const text = this.input.value;
    const begun = /^\/(\w*)$/.exec(text)?.[1];
    this.#open(begun === undefined ? [] : this.#all.filter(each => each.command.startsWith(begun.toLowerCase())));
  }

  /** True when the key was for the list. */
  key(event) {
    if (this.list.hidden) {
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#mark((this.#at + step + this.#shown.length) % this.#shown.length);
    } else if (event.key === 'Tab') {
      this.input.value = `/${this.#shown[this.#at].command} `;
      this.close();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      this.#run(this.#shown[this.#at]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  close() {
    this.list.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  #open(commands) {
    if (commands.length === 0) {
      this.close();
      return;
    }
    this.#shown = commands;
    this.list.replaceChildren(...commands.map((each, at) => el('li.command', {
      id: `command-${at}`,
      role: 'option',
      onclick: () => this.#run(each),
      onpointermove: () => this.#mark(at),
    }, el('b', {}, `/${each.command}`), el('span', {}, each.description))));
    this.list.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.#mark(0);
    this.input.focus({ preventScroll: true });
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((node, index) => node.setAttribute('aria-selected', String(index === at)));
    this.list.children[at].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', `command-${at}`);
  }

  #run(command) {
    this.input.value = '';
    this.close();
    this.choose(`/${command.command}`);
  }
}
