/** Compares a product with the other class after three or more lines: the first view of the element, in a page. */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { withNoun } from "#presentation/words/counts.ts";
import { overviewView } from "#widget/views/overview.tsx";
import { compareWithSources } from "../../answers/compute/full-answer.ts";
import { classScreen } from "../../answers/compute/screen-evidence.ts";
import type { ProductFacts } from "./facts.ts";
import { isFirst, leastLines } from "./label.tsx";

/** Returns the answer to the default question with the product as its class; `null` if a class has no trial. */
export function comparisonOf({ slug }: Pick<ProductFacts, "slug">): ScreenOf<"classes"> | null {
  const answer = compareWithSources(queryFromText(`product=${slug}`, dataset));
  if (therapyClasses.some((group) => answer.selection.cohorts[group] === 0)) return null;
  const view = classScreen(answer);
  return view.kind === "classes" ? view : null;
}

export function Comparison({ product }: { product: ProductFacts }) {
  const view = comparisonOf(product);
  if (view === null) {
    return (
      <section id="comparison" class="text">
        <h2>Compared with {product.therapyClass === "car-t" ? "bispecifics" : "CAR-T"}</h2>
        <p class="unknown">
          No trial of it, given alone after 3 or more prior lines, to compare with the other class.
        </p>
        <Ways product={product} />
      </section>
    );
  }
  return (
    <section id="comparison">
      <div class="root">
        <p>
          <small>
            {view.question.title}; {view.question.detail}
          </small>
        </p>
        <overviewView.Head view={view} site="" />
        <overviewView.Body view={view} site="" />
      </div>
      <div class="text">
        <Ways product={product} />
      </div>
    </section>
  );
}

/** Links to the same question in the element, after fewer lines if a label allows them, and as a report. */
function Ways({ product: { slug, approvals } }: { product: ProductFacts }) {
  const least = leastLines(approvals.filter(isFirst));
  return (
    <p>
      <a href={`/embed?product=${slug}`}>Open the comparison</a>
      {[1, 2]
        .filter((lines) => lines >= least)
        .map((lines) => (
          <Fragment key={lines}>
            {" · "}
            <a href={`/embed?product=${slug}&lines=${lines}`}>after {withNoun(lines, "line")}</a>
          </Fragment>
        ))}
      {" · "}
      <a href={`/report?product=${slug}&lines=any&availability=any&target=any`}>
        report of all its trials
      </a>
    </p>
  );
}
