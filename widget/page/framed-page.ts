/**
 * What is different in a frame: the page around cannot be seen from inside, and may give the frame the
 * height of its content. Loaded only there.
 */
import { askHeightType, type HeightMessage, heightType } from "./frame-messages.ts";

/**
 * @param onFit Called once when the frame is as high as its content, so that nothing inside scrolls any
 *   more. `false` in a page that is not our own, whose height is not ours to tell.
 * @returns What ends it.
 */
export function followFrame(element: Element, onFit: false | (() => void)): () => void {
  const endings = [placeSheets(element), ...(onFit ? [tellHeight(onFit)] : [])];
  return () => {
    for (const end of endings) end();
  };
}

/**
 * Tells the page around the height of the content whenever it changes. Any page may hear it: it says no
 * more than a reader sees. A frame that is drawn observes its size once for each picture at most.
 */
function tellHeight(onFit: () => void): () => void {
  let told = 0;
  let fits = false;
  const tell = () => {
    const message: HeightMessage = { type: heightType, height: told };
    parent.postMessage(message, "*");
  };
  const measure = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // A frame that is not shown has no height.
    if (height === 0) return;
    if (height !== told) {
      told = height;
      tell();
    }
    // Whoever made it so: from now on nothing can stick to the edge of the screen. Later, because what
    // it changes must not change sizes while they are observed.
    if (fits || Math.abs(innerHeight - told) > 1) return;
    fits = true;
    setTimeout(onFit);
  };
  const answer = ({ source, data }: MessageEvent<unknown>) => {
    if (source === parent && typeOf(data) === askHeightType && told > 0) tell();
  };
  const observer = new ResizeObserver(measure);
  observer.observe(document.documentElement);
  addEventListener("resize", measure);
  addEventListener("message", answer);
  // At once: a browser observes no sizes in a frame that is scrolled out of sight.
  measure();
  return () => {
    observer.disconnect();
    removeEventListener("resize", measure);
    removeEventListener("message", answer);
  };
}

function typeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "type" in data ? data.type : undefined;
}

/** A sheet needs this much, even where less of the frame is in sight. */
const leastHeight = 320;

/**
 * Keeps sheets in the part of the frame that is in sight, which may be a small part of a long one. What
 * is in sight is measured before a press becomes a click: nothing tells when the page around scrolls.
 */
function placeSheets(element: Element): () => void {
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
