/** `/products/{slug}`: what is known of one product. A file of the build. */
import { products } from "#data/generated/products.ts";
import { productsStyles } from "#generated/styles.ts";
import { productPage } from "#presentation/statement/product/page.ts";
import { productAnswer } from "../../answers/product-answer.ts";
import { sitePage } from "../html/site-frame.tsx";
import { TextPageMain } from "../kit/text-page.tsx";

/** By path below `dist/`. */
export function productPages(): Record<string, string> {
  return Object.fromEntries(
    Object.values(products).map((product) => {
      const page = productPage(product, productAnswer(product.slug));
      const { title, description } = page;
      const html = sitePage({
        title,
        description,
        styles: productsStyles,
        current: "products",
        content: <TextPageMain page={page} />,
      });
      return [`products/${product.slug}.html`, html];
    }),
  );
}
