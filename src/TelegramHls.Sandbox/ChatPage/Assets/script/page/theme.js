import { byId, setIcon } from './dom.js';

const system = matchMedia('(prefers-color-scheme: dark)');

const dark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

/** The switch between light and dark; what is chosen is remembered. */
export function startTheme() {
  const button = byId('theme');
  const show = () => setIcon(button, dark() ? 'sun' : 'moon');
  button.addEventListener('click', () => {
    const chosen = dark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    localStorage.setItem('theme', chosen);
    show();
  });
  system.addEventListener('change', show);
  show();
}
