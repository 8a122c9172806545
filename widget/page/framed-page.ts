/**
 * What is different in a frame: the page around is not visible from inside, and it may give the
 * frame the height of its content. Loaded only in frames.
 */
import { askHeightType, type HeightMessage, heightType } from "./frame-messages.ts";

/**
 * @param onFit Called once when the frame is as high as its content, so that nothing inside scrolls
 *   any more. `false` in pages of other sites, because only our own page reports its height.
 * @returns A function that ends it.
 */
export function followFrame(element: Element, onFit: false | (() => void)): () => void {
  const endings = [placeSheets(element), ...(onFit ? [tellHeight(onFit)] : [])];
  return () => {
    for (const end of endings) end();
  };
}

/**
 * Sends the height of the content to the page around whenever it changes. Any page may receive it,
 * because it is no secret. A visible frame observes its size at most once per painted frame.
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
    // A hidden frame has height 0.
    if (height === 0) return;
    if (height !== told) {
      told = height;
      tell();
    }
    // As soon as the frame is as high as its content, for whatever reason, nothing can stick to the
    // edge of the screen. With a timeout, because sizes must not change inside a resize observer.
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
  // At once, because a browser observes no sizes in a frame that is scrolled out of sight.
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

/** Minimum height of a sheet in pixels, even if less of the frame is visible. */
const leastHeight = 320;

/**
 * Places sheets in the visible part of the frame, which may be a small part of a long one. The
 * visible part is measured before a press becomes a click, because there is no event when the page
 * around scrolls.
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
