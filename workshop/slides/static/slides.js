/* Starts reveal.js; in a figure that an explorer can show, puts the explorer in its place. */
Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0,
  center: false,
  display: "flex",
  hash: true,
  navigationMode: "linear",
  slideNumber: "c/t",
  transition: "none",
  plugins: [RevealNotes],
});

// reveal.js sees keys only where no field of the page itself has the focus.
addEventListener(
  "keydown",
  (event) => {
    if (event.target instanceof LRExplorer.LRExplorer) event.stopPropagation();
  },
  true,
);

for (const button of document.querySelectorAll("button[data-explore]")) {
  button.addEventListener("click", () => {
    const { settings, view } = LRExplorer.fromAddress(button.dataset.explore);
    const explorer = document.createElement("lr-explorer");
    explorer.setAttribute("address", "off");
    explorer.settings = settings;
    explorer.view = view;
    const place = document.createElement("div");
    place.className = "explorer";
    place.append(explorer);
    button.closest("section").dataset.kind = "explorer";
    button.closest("figure").replaceWith(place);
  });
}
