/** Makes the pages of products that the build writes: the list, and a page for each product. */
import { products } from "#data/generated/products.ts";
import { productsStyles as styles } from "#generated/styles.ts";
import { sitePage } from "../html/site-frame.tsx";
import { ProductList } from "./product-list.tsx";
import { ProductPage } from "./product-page.tsx";

/** Returns the pages by path below `dist/`. */
export function documents(): Record<string, string> {
  const pages = Object.values(products).map((product) => [
    `products/${product.slug}.html`,
    sitePage({
      title: product.name,
      description: `What trials, labels and regulators say of ${product.name}, with sources and dates. Evidence, not advice.`,
      styles,
      current: "products",
      content: <ProductPage product={product} />,
    }),
  ]);
  const list = sitePage({
    title: "Drugs",
    description:
      "Labelled lines, boxed warnings and days in hospital, each with its source. Evidence, not advice.",
    styles,
    current: "products",
    content: <ProductList />,
  });
  return { "products.html": list, ...Object.fromEntries(pages) };
}
