/** Runs as the script of `/embed?hand-over=patient` in a frame: a patient of the record around it. */
import { acceptHandedPatients } from "../ehr/hand-over.ts";
import type { MyelomaCompare } from "../element.tsx";
import { isOurEmbedPage } from "./site.ts";

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
const sources = element?.getAttribute("data-record-systems");
if (element && sources && isOurEmbedPage() && window.top !== window) {
  customElements.whenDefined("myeloma-compare").then(() => acceptHandedPatients(element, sources));
}
