/**
 * The script of our own pages beside the element, whose public face it uses: the back button, the height
 * in a frame, and answers without a connection.
 */

import type { MyelomaCompare } from "../element.tsx";
import { tellHeight } from "./framed-page.ts";
import { followHistory } from "./history.ts";
import { keepOffline } from "./keep-offline.ts";
import { isOurPage } from "./site.ts";

keepOffline();

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
if (element && isOurPage()) {
  if (window.top !== window) tellHeight();
  else customElements.whenDefined("myeloma-compare").then(() => followHistory(element));
}
