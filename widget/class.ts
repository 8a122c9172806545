/** The element's class with its styles. It is not registered; whoever imports it does that. */
import "./page/other-site.ts";

export { MyelomaCompare } from "./element.tsx";
