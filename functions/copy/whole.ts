/** What a page of a copy needs only if it shows the comparison, or what is made on the device: one file. */
export { addTools } from "#widget/page/report-tools.ts";
export { answered } from "./answering.ts";
export { begin } from "./element.ts";
export { made, markStale } from "./made.ts";
