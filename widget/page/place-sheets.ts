/** Places sheets in a frame, from which the page around is not visible. */

/** Minimum height of a sheet in pixels, even if less of the frame is visible. */
const leastHeight = 320;

/**
 * Places sheets in the visible part of the frame, which may be a small part of a long one. The
 * visible part is measured before a press becomes a click, because there is no event when the page
 * around scrolls.
 *
 * @param place what holds the sheets
 * @returns A function that ends it.
 */
export function placeSheetsInSight(place: HTMLElement): () => void {
  const look = () => {
    const observer = new IntersectionObserver(([seen]) => {
      observer.disconnect();
      if (!seen?.isIntersecting) return;
      const { top, bottom } = seen.intersectionRect;
      const size = Math.max(bottom - top, Math.min(leastHeight, innerHeight));
      const start = Math.min(top, innerHeight - size);
      place.style.setProperty("--mc-seen-start", `${start}px`);
      place.style.setProperty("--mc-seen-size", `${size}px`);
    });
    observer.observe(document.documentElement);
  };
  const events = ["pointerdown", "focusin"];
  for (const event of events) place.addEventListener(event, look);
  return () => {
    for (const event of events) place.removeEventListener(event, look);
  };
}
