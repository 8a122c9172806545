/** Runs on `/embed?hand-over=patient` in a frame, and takes the patient whom the record around it hands over. */
import { acceptHandedPatients } from "../ehr/hand-over.ts";
import type { MyelomaCompare } from "../element.tsx";
import { isOurEmbedPage } from "./site.ts";

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
const sources = element?.getAttribute("data-record-systems");
if (element && sources && isOurEmbedPage() && window.top !== window) {
  customElements.whenDefined("myeloma-compare").then(() => acceptHandedPatients(element, sources));
}
