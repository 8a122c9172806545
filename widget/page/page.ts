/**
 * Adds to our own pages what the element leaves to them: the back button, the height in a frame, and answers without a
 * connection. It uses only the public interface of the element.
 */

import type { MyelomaCompare } from "../element.tsx";
import {
  askHeightType,
  type HeightMessage,
  heightType,
  readMessageType,
} from "./frame-messages.ts";
import { syncQuestionWithHistory } from "./history.ts";
import { keepPagesOffline } from "./keep-offline.ts";
import { isOurEmbedPage } from "./site.ts";

keepPagesOffline();

const element = document.querySelector<MyelomaCompare>("myeloma-compare");

if (element && isOurEmbedPage()) {
  if (window.top !== window) tellHostHeight();
  else customElements.whenDefined("myeloma-compare").then(() => syncQuestionWithHistory(element));
}

// Tells the page around our frame how high the content is, so that it can give the frame this height.

/**
 * Sends the height of the content to the page around whenever it changes. Any page may receive it,
 * because it is no secret. A visible frame observes its size at most once per painted frame.
 */
function tellHostHeight(): void {
  let sentHeight = 0;
  const tell = () => {
    const message: HeightMessage = { type: heightType, height: sentHeight };
    parent.postMessage(message, "*");
  };
  const measure = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // A hidden frame has height 0.
    if (height === 0 || height === sentHeight) return;
    sentHeight = height;
    tell();
  };
  const answer = ({ source, data }: MessageEvent<unknown>) => {
    if (source === parent && readMessageType(data) === askHeightType && sentHeight > 0) tell();
  };
  const observer = new ResizeObserver(measure);
  observer.observe(document.documentElement);
  // A browser observes no sizes in a frame that is scrolled out of sight, but it tells what is drawn there.
  const drawings = new MutationObserver(measure);
  customElements.whenDefined("myeloma-compare").then(() => {
    const shadow = element?.shadowRoot;
    if (shadow) drawings.observe(shadow, { childList: true, subtree: true });
  });
  addEventListener("resize", measure);
  addEventListener("message", answer);
  // The height is sent at once, because a frame out of sight may get none of these events.
  measure();
}
