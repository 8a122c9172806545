/**
 * The script of the element, the same for pages of other sites and of the installation. Importing it
 * twice is harmless, which happens in content management systems.
 */
import { MyelomaCompare } from "./element.tsx";

export { MyelomaCompare };

// Where a page gave every object a `then`, whatever is awaited is called and never arrives, `fetch`
// included. No answer could be shown there, so what is in the element's tag stays.
const nothingArrives = typeof Reflect.get(Object.prototype, "then") === "function";

if (!nothingArrives && !customElements.get("myeloma-compare")) {
  customElements.define("myeloma-compare", MyelomaCompare);
}
