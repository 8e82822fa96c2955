// Sets light or dark, and the language, before anything is painted. The keys are those of frame/theme.ts and words/language.ts.
(function () {
  let kept = null;
  let language = null;
  try {
    kept = localStorage.getItem('citypath-colour-scheme');
    language = localStorage.getItem('citypath-language');
  } catch (_) {
    // A browser that keeps nothing gets what its system prefers.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const page = document.documentElement;
  page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  page.lang = (language || navigator.language || 'en').startsWith('zh') ? 'zh-CN' : 'en';
})();
