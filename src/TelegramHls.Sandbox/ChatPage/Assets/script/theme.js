// Runs before the first paint, so that the page never flashes in the other scheme. Without a choice the system decides.
(() => {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
