/** Loads the view of products side by side, a part of the script of its own, with its words. */
import { part } from "./load-part.ts";

type Part = typeof import("../views/by-product/products-view.tsx");

let ready: Part | null = null;

export const loadByProduct = part(async () => {
  ready = await import("../views/by-product/products-view.tsx");
  return ready;
});

/** The part, if it is loaded already. */
export const readyByProduct = (): Part | null => ready;
