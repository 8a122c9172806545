/** The list of products, and the label information of each. */
import { dataset } from "#core/dataset.ts";
import { products as facts } from "#data/generated/products.ts";

const { dataVersion, review } = dataset;
const dated = { dataVersion, dataDate: review.dataDate };

export function constants(): Record<string, string> {
  const products = Object.values(facts).map((product) => [
    `products/${product.slug}.json`,
    JSON.stringify({
      ...dated,
      ...product,
      cohorts: dataset.cohorts
        .filter((cohort) => cohort.product === product.slug)
        .map(({ id, label }) => ({ cohort: id, label, href: `/v1/cohorts/${id}` })),
    }),
  ]);
  return { "products.json": list(), ...Object.fromEntries(products) };
}

function list(): string {
  return JSON.stringify({
    ...dated,
    products: dataset.products.map((product) => ({
      ...product,
      cohorts: dataset.cohorts.filter((cohort) => cohort.product === product.slug).length,
      href: `/v1/products/${product.slug}`,
    })),
  });
}
