// Straight to the edition of the reader's first language that there is one for; `#choose` in the
// address keeps the reader here.
(() => {
  const editions = document.currentScript.dataset.editions.split(" ");
  const wanted = navigator.languages
    .map((tag) => tag.split("-")[0])
    .find((tag) => editions.includes(tag));
  if (wanted && location.hash !== "#choose") location.replace(`${wanted}/index.html`);
})();
