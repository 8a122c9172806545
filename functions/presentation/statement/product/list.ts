/** The labelled products side by side, as a region or all regions have them, and those without a label. */
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { above, type Table } from "../../document/document.ts";
import { catalogue } from "../../words/catalogue.ts";
import { citedFacts, type ProductFacts } from "./facts.ts";
import { oldestDate, productLine } from "./line.ts";

/** The page is in English only. */
const { classWords, unknown } = catalogue.record;
const { list: words } = catalogue.product;

export interface ProductList {
  readonly table: Table;
  /** Of each labelled product the oldest source behind its line. */
  readonly ages: readonly { readonly slug: string; name: string; date: string | null }[];
  readonly others: readonly Pick<ProductFacts, "slug" | "name" | "therapyClass">[];
}

/** @param region `null`: all regions. */
export function productList(region: Approval["region"] | null, label: string): ProductList {
  const all = Object.values(products);
  // A series of several products has no label: its products have. CAR-T stands first.
  const labelled = all
    .filter(({ contains, approvedIn }) => {
      const isLabelled = region === null ? approvedIn.length > 0 : approvedIn.includes(region);
      return contains.length === 0 && isLabelled;
    })
    .map((product) => ({ product, line: productLine(product, region) }))
    .sort(
      (a, b) =>
        b.product.therapyClass.localeCompare(a.product.therapyClass) ||
        a.line.leastLines - b.line.leastLines,
    );
  const columns = Object.keys(words.columns) as (keyof typeof words.columns)[];
  const rows = labelled.map(({ product, line }) => {
    const { slug, name, printed, therapyClass } = product;
    const page = `/products/${slug}`;
    return {
      id: slug,
      group: therapyClass,
      name: above(
        { text: name, href: page },
        [...printed.brandNames.map(({ value }) => value), classWords[therapyClass]].join(", "),
      ),
      owner: { owner: name, page },
      cells: columns.map((column) => {
        const facts = line.facts[column];
        return facts.length === 0 ? null : citedFacts(facts, column === "boxed");
      }),
    };
  });
  return {
    table: {
      kind: "table",
      look: "cards",
      label,
      columns: [words.product, ...Object.values(words.columns)],
      groups: [{ rows }],
      none: unknown,
    },
    ages: labelled.map(({ product, line }) => ({
      slug: product.slug,
      name: product.name,
      date: oldestDate(line, product),
    })),
    others: all.filter((one) => !labelled.some(({ product }) => product === one)),
  };
}
