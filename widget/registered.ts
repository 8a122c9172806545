/**
 * Registers the element. Importing this twice is harmless, which happens in content management
 * systems.
 */
import { MyelomaCompare } from "./element.tsx";

export { MyelomaCompare };

if (!customElements.get("myeloma-compare")) {
  customElements.define("myeloma-compare", MyelomaCompare);
}
