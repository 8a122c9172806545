/**
 * Registers the element. Pages of other sites and of the installation load the same script. Importing it twice, as
 * content management systems do, is harmless.
 */
import { MyelomaCompare } from "./element.tsx";

export { MyelomaCompare };

// A page may give every object a `then`: whatever is awaited is then called and never arrives, `fetch` included. No
// answer could be shown there, so what is in the element's tag stays.
const nothingArrives = typeof Reflect.get(Object.prototype, "then") === "function";

// No style sheet can be added here: Safari before 16.4 has no such list, Chrome before 99 a frozen one.
const noStyles = Object.isFrozen(document.adoptedStyleSheets);

if (!nothingArrives && !noStyles && !customElements.get("myeloma-compare")) {
  customElements.define("myeloma-compare", MyelomaCompare);
}
