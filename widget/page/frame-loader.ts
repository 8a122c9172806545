/**
 * Runs on pages that show `/embed` in a frame: gives every `<iframe data-myeloma-compare>` the height of its content.
 * Everything is inside a function and nothing is exported, so that the script works both as a module and without
 * `type`, creates no global names, and may be loaded twice.
 */
import { askHeightType, heightType } from "./frame-messages.ts";

(() => {
  /** This is more than all rows opened on a narrow phone need; a larger value must be an error. */
  const highest = 50_000;

  const frames = () => document.querySelectorAll<HTMLIFrameElement>("iframe[data-myeloma-compare]");

  /** Returns borders and padding, if `box-sizing` counts them as part of the height. */
  const around = (frame: Element) => {
    const style = getComputedStyle(frame);
    if (style.boxSizing !== "border-box") return 0;
    return ["padding-top", "padding-bottom", "border-top-width", "border-bottom-width"].reduce(
      (sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)),
      0,
    );
  };

  addEventListener("message", ({ source, data }) => {
    if (source === null || data?.type !== heightType) return;
    const { height } = data;
    if (!Number.isInteger(height) || height < 1 || height > highest) return;
    for (const frame of frames()) {
      // A message counts for its own frame only. The origin cannot be checked: in a sandboxed frame
      // it is "null".
      if (frame.contentWindow !== source) continue;
      // "important" overrides the rules of content management systems for all frames of a page.
      frame.style.setProperty("height", `${height + around(frame)}px`, "important");
    }
  });

  // Frames that sent their height before this script ran send it again; later ones send it when
  // they are ready.
  for (const { contentWindow } of frames())
    contentWindow?.postMessage({ type: askHeightType }, "*");
})();
