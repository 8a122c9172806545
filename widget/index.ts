/** The script for pages of other sites: registers the element with its styles. */
import "./page/other-site.ts";

export { MyelomaCompare } from "./registered.ts";
