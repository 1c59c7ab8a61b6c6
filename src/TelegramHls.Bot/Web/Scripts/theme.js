// Light, dark or as the system says: set before the first paint, kept for the next visit.
const KEY = 'theme';

function read() {
  try {
    return localStorage.getItem(KEY) ?? 'auto';
  } catch {
    return 'auto'; // The browser keeps nothing for us.
  }
}

function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It holds for this page then.
  }
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

apply(read());
document.addEventListener('DOMContentLoaded', () => {
  const choice = document.querySelector('fieldset.theme');
  if (!choice) return;
  choice.hidden = false;
  choice.querySelector(`input[value="${CSS.escape(read())}"]`).checked = true;
  choice.addEventListener('change', (event) => {
    apply(event.target.value);
    keep(event.target.value);
  });
});
addEventListener('storage', (event) => { if (event.key === KEY) apply(read()); });
