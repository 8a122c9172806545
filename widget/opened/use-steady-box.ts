/** Keeps the box of a trial where it is on the screen, whatever grows or goes above it with a new answer. */
import { useLayoutEffect } from "preact/hooks";

/** @param place what holds the view */
export function useSteadyBox(place: Element): void {
  // While a new view is made, that before is still on the screen.
  const before = topOfBox(place);
  useLayoutEffect(() => {
    const now = topOfBox(place);
    if (before !== null && now !== null) scrollBy({ top: now - before, behavior: "instant" });
  });
}

/** Of the box that has the focus; `null` if none has. */
function topOfBox(place: Element): number | null {
  // Of an element that has left the page the root is none of these.
  const { activeElement } = place.getRootNode() as Partial<DocumentOrShadowRoot>;
  return activeElement?.matches("[data-cohort]") ? activeElement.getBoundingClientRect().top : null;
}
