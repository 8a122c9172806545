/** The counts behind the numbers of page one, product by product with their sources: the report in short. */

import type { ProductAtLength } from "#presentation/row/trials-at-length.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { drawn } from "#presentation/words/element.ts";
import { Cite } from "./references.tsx";
import type { ReportedRow } from "./report-view.ts";

export function Counts({ rows }: { rows: readonly ReportedRow[] }) {
  const counted = rows.filter(({ tables }) => tables.length > 0);
  if (counted.length === 0) return null;
  return (
    <section id="counts">
      <h2>What it rests on</h2>
      <ul class="columns">
        {counted.map(({ outcome, label, title, tables }) => (
          <li key={outcome}>
            <strong>{title}</strong>{" "}
            {tables.map(({ group, regimen, products }) => (
              <span key={`${group} ${regimen}`}>
                <Mark group={group} /> <span class="hidden">{drawn.className[group]}: </span>
                {products.map((product, index) => [
                  index > 0 && "; ",
                  <Product key={product.name + product.of} product={product} at={label} />,
                ])}{" "}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "cilta-cel 137 of 145", with the sources of all its trials. */
function Product({ product, at }: { product: ProductAtLength; at: string }) {
  const { name, of, count, trials } = product;
  const figures = trials.flatMap(({ drawn: side, figures: [figure] }) => {
    const [events = ""] = (figure?.text ?? "").split(" · ");
    return [
      events.includes(" of ") ? events : [side?.number, side?.under].filter(Boolean).join(" "),
    ];
  });
  return (
    <>
      {[name, of && `(${of})`, count || figures.join(", ")].filter(Boolean).join(" ")}
      <Cite of={trials.map(({ figures: [figure] }) => figure?.citation ?? null)} at={at} />
    </>
  );
}
