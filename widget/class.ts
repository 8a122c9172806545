/** The class with its styles, which whoever imports it registers. */
import "./page/other-site.ts";

export { MyelomaCompare } from "./element.tsx";
