/** Registers the element; importing twice, as content systems do, is harmless. */
import { MyelomaCompare } from "./element.tsx";

export { MyelomaCompare };

if (!customElements.get("myeloma-compare")) {
  customElements.define("myeloma-compare", MyelomaCompare);
}
