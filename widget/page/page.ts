/**
 * The script of our own pages beside the element, whose public face it uses: the back button, the height
 * in a frame, a patient of the record around it, and answers without a connection.
 */

import { handOver } from "../ehr/hand-over.ts";
import type { MyelomaCompare } from "../element.tsx";
import { tellHeight } from "./framed-page.ts";
import { followHistory } from "./history.ts";
import { keepOffline } from "./keep-offline.ts";
import { isOurPage } from "./site.ts";

keepOffline();

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
if (element && isOurPage()) {
  const isWhole = window.top === window;
  if (!isWhole) tellHeight();
  customElements.whenDefined("myeloma-compare").then(() => {
    const sources = element.getAttribute("data-record-systems");
    if (isWhole) followHistory(element);
    else if (sources) handOver(element, sources);
  });
}
