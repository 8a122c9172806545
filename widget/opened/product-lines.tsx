/**
 * What each product achieved by itself. The class is their average, but a patient gets one of them.
 */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import { axisOf } from "#presentation/view/axis.ts";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { productName } from "#presentation/words/product-name.ts";
import { withParameter } from "../answers/ordered-query.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { PlotHead, PlotLine, Rate } from "./forest.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
  /** Origin of the pages of products. */
  apiBase: string;
  query: string;
}

export function ProductLines({ row, strings, words, apiBase, query }: Props) {
  const { pools } = row;
  const axis = axisOf(row);
  const lines = groups.flatMap((group) =>
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
            <th scope="col" class="number">
              {words.evidence}
            </th>
            <PlotHead words={words} axis={axis} />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ group, regimen, product, k, n, observed, ...pooled }) => {
            const { estimate, interval } = observed ?? pooled;
            return (
              <tr key={product} class={group}>
                <th scope="row">
                  <Mark group={group} />{" "}
                  <NewTab href={`${apiBase}/products/${product}`}>{productName(product)}</NewTab>
                  {regimen === "combination" && ` ${words.regimen[regimen]}`}
                </th>
                <td class="number muted">{n === null ? k : `${k} · ${n}`}</td>
                <Rate estimate={estimate} interval={interval} strings={strings} />
                <td class="plot-cell">
                  <PlotLine group={group} axis={axis} estimate={estimate} interval={interval} />
                </td>
              </tr>
            );
          })}
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
