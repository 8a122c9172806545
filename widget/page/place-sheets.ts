/** Sheets in a frame, from which the page around is not visible. */

/** Minimum height of a sheet in pixels, even if less of the frame is visible. */
const leastHeight = 320;

/**
 * Places sheets in the visible part of the frame, which may be a small part of a long one. The
 * visible part is measured before a press becomes a click, because there is no event when the page
 * around scrolls.
 *
 * @returns A function that ends it.
 */
export function placeSheets(element: Element): () => void {
  const sheet = new CSSStyleSheet();
  const { shadowRoot } = element;
  if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  const look = () => {
    const observer = new IntersectionObserver(([seen]) => {
      observer.disconnect();
      if (!seen?.isIntersecting) return;
      const { top, bottom } = seen.intersectionRect;
      const size = Math.max(bottom - top, Math.min(leastHeight, innerHeight));
      const start = Math.min(top, innerHeight - size);
      sheet.replaceSync(`:host { --mc-seen-start: ${start}px; --mc-seen-size: ${size}px }`);
    });
    observer.observe(document.documentElement);
  };
  const events = ["pointerdown", "focusin"];
  for (const event of events) element.addEventListener(event, look);
  return () => {
    for (const event of events) element.removeEventListener(event, look);
    if (shadowRoot) {
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  };
}
