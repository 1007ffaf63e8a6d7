/**
 * Time from a key press, as the browser stamps it, to the first task after a frame that shows
 * another picture.
 *
 * @param {[Element, string, string]} picture what is redrawn, a selector of the part of it that
 *   every step changes, and the attribute by which it does
 * @returns {{first: () => Promise<number>, last: () => number, picture: () => string | null}}
 *   milliseconds from the last press to the first picture after it and to the last so far, and
 *   the attribute as it is
 */
([chart, selector, attribute]) => {
  const PATIENCE = 5_000;
  const { port1, port2 } = new MessageChannel();
  let pressedAt = 0;
  let shown = null;
  let shownAt = 0;
  let isLooking = false;
  let resolveFirst = () => {};
  let first = Promise.resolve(0);

  const picture = () => chart.querySelector(selector)?.getAttribute(attribute) ?? null;
  const isLoaded = () => [...chart.querySelectorAll("img")].every((image) => image.complete);
  // A change within a frame is seen after that frame; to ask for another one would delay the next.
  const lookAfterTheFrame = () => {
    if (isLooking) return;
    isLooking = true;
    requestAnimationFrame(() => port1.postMessage(null));
  };

  port2.onmessage = () => {
    const now = performance.now();
    isLooking = false;
    const found = picture();
    if (found === null || found === shown || !isLoaded()) return;
    shown = found;
    shownAt = now;
    resolveFirst(now - pressedAt);
  };
  const onPress = (event) => {
    pressedAt = event.timeStamp;
    shown = picture();
    first = new Promise((resolve, reject) => {
      resolveFirst = resolve;
      setTimeout(reject, PATIENCE, new Error("the key changed nothing in the picture"));
    });
    lookAfterTheFrame();
  };
  addEventListener("keydown", onPress, true);
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  new MutationObserver(lookAfterTheFrame).observe(chart, everything);
  chart.addEventListener("load", lookAfterTheFrame, true);
  return { first: () => first, last: () => shownAt - pressedAt, picture };
}
