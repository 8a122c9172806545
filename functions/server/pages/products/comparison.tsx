/** How a product compares with the other class after three or more lines: the overview of the comparison, in a page. */
import { Fragment } from "preact";
import type { RowView } from "#presentation/row/row-view.ts";
import { drawn } from "#presentation/words/element.ts";
import { Randomised } from "#widget/row/randomised.tsx";
import { RowHead, Sides } from "#widget/row/row.tsx";
import { Axis } from "#widget/row/strip.tsx";
import { Headline } from "#widget/views/headline.tsx";
import { comparisonOf } from "./answers.ts";
import type { ProductFacts } from "./facts.ts";

export function Comparison({ product }: { product: ProductFacts }) {
  const view = comparisonOf(product);
  const ways = <Ways product={product} />;
  if (view === null) {
    return (
      <section id="comparison">
        <h2>Compared with {product.therapyClass === "car-t" ? "bispecifics" : "CAR-T"}</h2>
        <p class="unknown">
          No trial of it, given alone after 3 or more prior lines, to compare with the other class.
        </p>
        {ways}
      </section>
    );
  }
  const { rows, randomised, question } = view;
  return (
    <section id="comparison">
      <div class="drawn">
        <p class="quiet">
          {question.title}; {question.detail}
        </p>
        <Headline view={view} />
        {randomised && <Randomised view={randomised} />}
        <div class="table">
          <Axis />
          {listsOf(rows).map(([first, ...others]) => (
            <Fragment key={first.outcome}>
              {first.heading && <h3 class="heading">{first.heading}</h3>}
              <ol>
                {[first, ...others].map((row) => (
                  <ComparedRow key={row.outcome} row={row} />
                ))}
              </ol>
            </Fragment>
          ))}
        </div>
      </div>
      <p class="quiet">{drawn.key}</p>
      {ways}
    </section>
  );
}

type RowList = [RowView, ...RowView[]];

/** A heading begins a list of its own. */
function listsOf(rows: readonly RowView[]): RowList[] {
  const lists: RowList[] = [];
  for (const row of rows) {
    const list = lists.at(-1);
    if (list && row.heading === undefined) list.push(row);
    else lists.push([row]);
  }
  return lists;
}

function ComparedRow({ row }: { row: RowView }) {
  const { label, brief, heard, status } = row;
  return (
    <li class="row">
      <RowHead status={status} heading="p">
        <strong>{label}</strong>
        {brief && <small> {brief}</small>}
        <span class="heard">. {heard}</span>
      </RowHead>
      <Sides row={row} />
    </li>
  );
}

/** To the same question where it can be changed, after fewer lines where a label has them, and as a report. */
function Ways({ product: { slug, approvals } }: { product: ProductFacts }) {
  const least = Math.min(
    ...approvals
      .filter(({ inForce, region }) => inForce && (region === "us" || region === "eu"))
      .flatMap(({ priorLines }) => priorLines.min ?? []),
  );
  const early = [
    { lines: 1, text: "after 1 line" },
    { lines: 2, text: "after 2 lines" },
  ].filter(({ lines }) => lines >= least);
  return (
    <p>
      <a href={`/embed?product=${slug}`}>Open the comparison</a>
      {early.map(({ lines, text }) => (
        <Fragment key={lines}>
          {" · "}
          <a href={`/embed?product=${slug}&lines=${lines}`}>{text}</a>
        </Fragment>
      ))}
      {" · "}
      <a href={`/report?product=${slug}&lines=any&availability=any&target=any`}>
        report of all its trials
      </a>
    </p>
  );
}
