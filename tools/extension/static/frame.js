/** What works a page's frame besides the theme's own script. */
(() => {
  const $ = (selector) => document.querySelector(selector);

  /** On a wide screen the button hides the sidebar; the theme opens it as a dialog elsewhere. */
  const toggle = $(".primary-toggle");
  const sidebar = $("#pst-primary-sidebar");
  const dialog = $("#pst-primary-sidebar-modal");
  const wide = matchMedia("(min-width: 992px)");
  const tellState = () => {
    const isShown = wide.matches ? !sidebar.classList.contains("pst-sidebar-hidden") : dialog.open;
    toggle.setAttribute("aria-expanded", isShown);
  };
  toggle.addEventListener(
    "click",
    (event) => {
      if (wide.matches) {
        event.stopImmediatePropagation();
        sidebar.classList.toggle("pst-sidebar-hidden");
      }
      setTimeout(tellState);
    },
    true,
  );
  dialog.addEventListener("close", tellState);
  wide.addEventListener("change", tellState);
  tellState();

  /** `/` goes to the search field as Ctrl+K does, unless the reader is writing. */
  const isWriting = ({ localName, isContentEditable }) =>
    isContentEditable || ["input", "select", "textarea"].includes(localName);
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== "/" || ctrlKey || metaKey || altKey || isWriting(event.composedPath()[0])) return;
    event.preventDefault();
    const searchDialog = $("#pst-search-dialog");
    if (searchDialog && !searchDialog.open) searchDialog.showModal();
    $("form.bd-search input").focus();
  });

  /** Menus close as soon as the reader is elsewhere. */
  const menus = [...document.querySelectorAll("details.dropdown")];
  const closeMenus = (isLeft) => menus.filter(isLeft).forEach((menu) => (menu.open = false));
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, ({ target }) => closeMenus((menu) => !menu.contains(target)));
  }
  for (const menu of menus) {
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  /** A formula that is wider than the screen scrolls with keys; the theme does so for code. */
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.toggleAttribute("tabindex", target.scrollWidth > target.clientWidth);
      if (target.hasAttribute("tabindex")) target.tabIndex = 0;
    }
  });
  document.querySelectorAll("div.math").forEach((formula) => scrollers.observe(formula));

  for (const button of document.querySelectorAll(".print-button")) {
    button.addEventListener("click", () => print());
  }

  /** The header casts a shadow on what is below it. */
  new IntersectionObserver(([{ isIntersecting }]) => {
    document.body.classList.toggle("scrolled", !isIntersecting);
  }).observe($(".sbt-scroll-pixel-helper"));
})();
