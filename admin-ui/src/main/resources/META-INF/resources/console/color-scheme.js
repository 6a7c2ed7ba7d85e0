// Runs in the head, before anything is painted: the reader's choice, or else the system's.
window.feedbackColorScheme = {
  key: 'feedback-color-scheme',
  apply(scheme) {
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.setAttribute('theme', scheme === 'dark' ? 'dark' : '');
  },
  toggle() {
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
      || (!localStorage.getItem(this.key) && matchMedia('(prefers-color-scheme: dark)').matches);
    const scheme = dark ? 'light' : 'dark';
    localStorage.setItem(this.key, scheme);
    this.apply(scheme);
  },
};
{
  const chosen = localStorage.getItem(window.feedbackColorScheme.key);
  if (chosen === 'light' || chosen === 'dark') {
    window.feedbackColorScheme.apply(chosen);
  }
}
