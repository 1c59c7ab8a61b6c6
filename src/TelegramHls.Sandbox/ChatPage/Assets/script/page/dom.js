const space = 'http://www.w3.org/2000/svg';

export const byId = id => document.getElementById(id);

/**
 * Makes an element: `el('p.note', { title, onclick }, 'text', child)`. Strings become text, never markup; what is null
 * or false is left out.
 */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) {
    node.className = classes.join(' ');
  }
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (typeof value === 'function') {
      node.addEventListener(key.slice(2), value);
    } else {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A symbol of icons.svg; says nothing to a screen reader. */
export function icon(name, ...classes) {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', ['icon', ...classes].join(' '));
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `${document.body.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

export function setIcon(node, name) {
  const made = icon(name);
  const old = node.querySelector(':scope > svg');
  if (old) {
    old.replaceWith(made);
  } else {
    node.prepend(made);
  }
}

/** Draws the icons that the page asks for with data-icon. */
export function drawIcons() {
  for (const node of document.querySelectorAll('[data-icon]')) {
    setIcon(node, node.dataset.icon);
  }
}

/** Makes the children of a parent exactly these, moving as few as possible: a film that plays goes on playing. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let place = parent.firstElementChild;
  for (const node of nodes) {
    if (node === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(node, place);
    }
  }
}
