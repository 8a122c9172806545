/**
 * The counts of each product. The class is their average, but a patient gets one of
 * them.
 */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import type { DetailWords } from "#presentation/words/catalogue.ts";
import { productName } from "#presentation/words/product-name.ts";
import { withParameter } from "../answers/ordered-query.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { PlotLine, Ticks } from "./forest.tsx";

interface Props {
  row: OutcomeComparison;
  words: DetailWords;
  /** Origin of the pages of products. */
  apiBase: string;
  query: string;
}

export function ProductLines({ row, words, apiBase, query }: Props) {
  const { pools } = row;
  const axis = axisOf(row);
  const lines = therapyClasses.flatMap((group) =>
    pools[group].products.map((product) => ({
      group,
      regimen: pools[group].regimen,
      ...product,
    })),
  );
  if (lines.length === 0) return null;
  return (
    <>
      <table class="forest product-lines">
        <caption>{words.products}</caption>
        <thead>
          <tr>
            <th scope="col">{words.product}</th>
            <th scope="col">{words.reported}</th>
            <td class="plot-cell">
              <Ticks ticks={[0, axis / 2, axis]} />
            </td>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ group, regimen, product, counted, shown }) => (
            <tr key={product} class={group}>
              <th scope="row">
                <Mark group={group} />{" "}
                <NewTab href={`${apiBase}/products/${product}`}>{productName(product)}</NewTab>
                {regimen === "combination" && ` ${words.regimen[regimen]}`}
              </th>
              <td>{shown}</td>
              <td class="plot-cell">
                {counted?.interval && (
                  <PlotLine
                    group={group}
                    axis={axis}
                    estimate={counted.estimate}
                    interval={counted.interval}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted note">
        {words.productsNote}{" "}
        <NewTab href={`${apiBase}/report?${withParameter(query, "compare", "product")}`}>
          {words.productsBeside}
        </NewTab>
      </p>
    </>
  );
}
