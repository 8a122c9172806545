/** Runs as the script of `/embed?hand-over=patient` in a frame: a patient of the record around it. */
import { acceptHandOver } from "../ehr/hand-over.ts";
import type { MyelomaCompare } from "../element.tsx";
import { isOurPage } from "./site.ts";

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
const sources = element?.getAttribute("data-record-systems");
if (element && sources && isOurPage() && window.top !== window) {
  customElements.whenDefined("myeloma-compare").then(() => acceptHandOver(element, sources));
}
