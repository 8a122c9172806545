/** Loads the content of the sheets, a part of the script of its own, with its words. */
import { part } from "../answers/load-part.ts";

export const loadContent = part(() => import("./sheet-content.tsx"));

export type Content = typeof import("./sheet-content.tsx");
