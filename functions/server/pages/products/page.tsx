/** The pages of products that the build writes: the list of each region and of all, and a page for each product. */
import { labelRegions } from "#data/vocabulary.ts";
import { productList } from "./product-list.tsx";
import { productPages } from "./product-page.tsx";

/** By path below `dist/`. */
export function documents(): Record<string, string> {
  return {
    "products.html": productList(null),
    ...Object.fromEntries(
      labelRegions.map((region) => [`products-${region}.html`, productList(region)]),
    ),
    ...productPages(),
  };
}
