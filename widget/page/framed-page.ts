/** Our page in a frame: the page around may give the frame the height of its content. */
import {
  askHeightType,
  type HeightMessage,
  heightType,
  readMessageType,
} from "./frame-messages.ts";

/**
 * Sends the height of the content to the page around whenever it changes. Any page may receive it,
 * because it is no secret. A visible frame observes its size at most once per painted frame.
 */
export function tellHostHeight(): void {
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
  addEventListener("resize", measure);
  addEventListener("message", answer);
  // The height is sent at once, because a browser observes no sizes in a frame that is scrolled out of sight.
  measure();
}
