/**
 * For pages that show `/embed` in a frame: gives every `<iframe data-myeloma-compare>` the height of its
 * content. All of it is inside a function and nothing is exported, so that it runs as a module as well as
 * without `type`, leaves no name behind, and does no harm when it is loaded twice.
 */
import { askHeightType, heightType } from "./frame-messages.ts";

(() => {
  /** Higher than every row opened on a narrow phone; beyond it something is wrong. */
  const highest = 50_000;

  const frames = () => document.querySelectorAll<HTMLIFrameElement>("iframe[data-myeloma-compare]");

  /** Borders and padding, where the page counts them as part of the height. */
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
      // A frame speaks for itself only. Its origin says nothing: that of a sandboxed one is "null".
      if (frame.contentWindow !== source) continue;
      // Against the rules that content systems have for all frames of a page.
      frame.style.setProperty("height", `${height + around(frame)}px`, "important");
    }
  });

  // Those that spoke before this script was there say it again; later ones speak when they are ready.
  for (const { contentWindow } of frames())
    contentWindow?.postMessage({ type: askHeightType }, "*");
})();
