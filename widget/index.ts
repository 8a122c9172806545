/** The script of pages of other sites: the element with its styles, registered. */
import "./page/other-site.ts";

export { MyelomaCompare } from "./registered.ts";
