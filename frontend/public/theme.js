// Runs before the first paint, so that a dark screen never flashes white.
(function () {
  var kept = localStorage.getItem('breakwater.theme');
  var dark = kept ? kept === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('pf-v6-theme-dark', dark);
})();
