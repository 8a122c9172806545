/** The counts of each product, one line each, and the products against each other by name. */

import { productLinesOf } from "#presentation/statement/product-lines.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";
import { Plot, Ticks } from "./plot.tsx";
import type { RowProps } from "./row-props.ts";

interface Props extends Omit<RowProps, "strings"> {
  onProducts?: (() => void) | undefined;
}

export function ProductLines({ row, words, apiBase, onProducts }: Props) {
  const { ticks, lines } = productLinesOf(row, words);
  if (lines.length === 0) return <p>{words.noProducts}</p>;
  return (
    <>
      <div class="products">
        {lines.some(({ place }) => place) && <Ticks ticks={ticks} />}
        <ul>
          {lines.map(({ group, product, name, text, place }) => (
            <li key={product + text} class={group}>
              <span class="product">
                <Mark group={group} />{" "}
                <NewTab href={`${apiBase}/products/${product}`}>{name}</NewTab>
              </span>{" "}
              <span class="counts">{text}</span>
              {place && <Plot group={group} place={place} shape="class" />}
            </li>
          ))}
        </ul>
      </div>
      {row.byName?.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      <p class="muted">{words.productsNote}</p>
      {onProducts && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {words.compareProducts}
          </button>
        </div>
      )}
    </>
  );
}
