/**
 * The page is light or dark from its first paint, as the reader chose or as their system is.
 * The theme's own script decides so only once the page is there.
 */
(({ dataset }) => {
  dataset.mode = localStorage.getItem("mode") ?? "auto";
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.theme = dataset.mode === "auto" ? (isDark ? "dark" : "light") : dataset.mode;
})(document.documentElement);
