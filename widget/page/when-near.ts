import { ownOnly } from "#core/own-only.ts";

/** Larger than a quick scroll covers before the answer is loaded. */
const margin = "400px";

/** Calls once when the element comes near the screen. Returns a function that ends the waiting. */
export function whenNear(element: Element, call: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      call();
    },
    ownOnly({ rootMargin: margin }),
  );
  observer.observe(element);
  return () => observer.disconnect();
}
