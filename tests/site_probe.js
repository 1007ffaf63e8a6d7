/** What the tests of the built site measure in a page. */
window.siteProbe = (() => {
  /** Red, green and blue from 0 to 255 and alpha from 0 to 1 of a CSS color. */
  const rgba = (color) => {
    const [, space, values] = color.match(/^(rgba?|color)\((.*)\)$/);
    const [red, green, blue, alpha = 1] = values.match(/(?<![a-z])-?[\d.]+(e-?\d+)?/g).map(Number);
    const scale = space === "color" ? 255 : 1;
    return [red * scale, green * scale, blue * scale, alpha];
  };

  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

  const over = (top, bottom) => {
    const share = top[3];
    return [0, 1, 2].map((i) => top[i] * share + bottom[i] * (1 - share)).concat(1);
  };

  /** The color behind an element, as it is painted on a white screen. */
  const backgroundOf = (element) => {
    const own = rgba(getComputedStyle(element).backgroundColor);
    if (own[3] === 1) return own;
    const parent = parentOf(element);
    return over(own, parent ? backgroundOf(parent) : [255, 255, 255, 1]);
  };

  const luminance = (color) => {
    const [red, green, blue] = color.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (...colors) => {
    const [dark, light] = colors.map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The contrast of an element's text with what it stands on. */
  const textContrast = (element) => {
    const style = getComputedStyle(element);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    for (let e = element; e; e = parentOf(e)) ink[3] *= Number(getComputedStyle(e).opacity);
    const background = backgroundOf(element);
    return contrast(over(ink, background), background);
  };

  /** Text for screen readers only, and the signs that headings show when they are pointed at. */
  const UNSEEN = ".unseen, .headerlink";

  /** The elements with text of their own that can be seen, shadow trees included. */
  const withText = (root) => {
    const found = [];
    const visit = (node) => {
      if (node instanceof Element && (!node.checkVisibility() || node.matches(UNSEEN))) return;
      if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) found.push(node);
      else if ([...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) {
        found.push(node);
      }
      if (node.shadowRoot) visit(node.shadowRoot);
      if (!(node instanceof HTMLSelectElement)) [...node.children].forEach(visit);
    };
    visit(root);
    return found;
  };

  return {
    /** How many texts there are within an element, and those that can hardly be read. */
    readability(root) {
      const texts = withText(root);
      const faint = texts
        .map((element) => [element.textContent.trim().slice(0, 40), textContrast(element)])
        .filter(([, ratio]) => !(ratio >= 4.5));
      return { count: texts.length, faint };
    },

    luminanceBehind: (element) => luminance(backgroundOf(element)),
    backgroundOf,

    /** Top and bottom of everything that stands in the article; what scripts fill, as a whole. */
    async places() {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      const filled = "lr-explorer, lr-overview, lr-challenges";
      const blocks = `h1, h2, h3, p, li, table, div.cell, pre, img, ${filled}`;
      return [...document.querySelectorAll(`.bd-article :is(${blocks})`)]
        .filter((block) => !block.parentElement.closest(filled))
        .map((block) => {
          const { top, bottom } = block.getBoundingClientRect();
          return [block.textContent.trim().slice(0, 40), top + scrollY, bottom + scrollY];
        });
    },

    /** Resolve when everything has been laid out for a width of the window. */
    async laidOut(width) {
      const frame = () => new Promise(requestAnimationFrame);
      do await frame();
      while (innerWidth !== width);
      await frame();
    },

    /** Remove all of the article but some elements and what they stand in. */
    keepOnly(selector) {
      for (const element of document.querySelectorAll(".bd-article *")) {
        if (!element.closest(selector) && !element.querySelector(selector)) element.remove();
      }
    },

    /** Collect the shifts of anything in the article from now on. */
    watchShifts() {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          const moved = sources.filter(({ node }) => node?.parentElement?.closest(".bd-article"));
          if (moved.length) shifts.push([value, moved.map(({ node }) => node.textContent.slice(0, 60))]);
        }
      }).observe({ type: "layout-shift" });
    },
  };
})();
