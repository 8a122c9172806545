/** Late neurotoxicity of a product as each trial or study printed it: some print a percentage only, few when it began. */
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { details } from "#data/generated/details.ts";
import { lateNeurotoxicity } from "#presentation/row/late-neurotoxicity.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { Fold, RecordLink, Section } from "../kit/kit.tsx";
import { figurePlace } from "../record/places.ts";
import { FactLines } from "./fact-lines.tsx";
import { type ProductFacts, productFacts } from "./facts.ts";

export function LateNeurotoxicity({ product }: { product: ProductFacts }) {
  const cohorts = dataset.cohorts.filter((cohort) => cohort.product === product.slug);
  const figures = lateNeurotoxicity.flatMap((outcome) =>
    cohorts.flatMap((cohort) => figuresOf(cohort, outcome)),
  );
  const onset = productFacts(product).late;
  return (
    <Section id="late" title="Late neurotoxicity">
      {figures.length + onset.length === 0 ? (
        <p class="unknown">No figure is reported in our sources.</p>
      ) : (
        <p class="quiet">Parkinsonism, cranial nerves and other nerves, not ICANS.</p>
      )}
      <Fold id="late-figures" title="As trials and practice reported it" count={figures.length}>
        <ul class="facts">
          {figures.map(({ text, definition, ...figure }) => (
            <li key={figure.cohort + figure.place}>
              <RecordLink {...figure} />: {text}
              {definition !== null && <small>{definition}</small>}
            </li>
          ))}
        </ul>
      </Fold>
      <Fold id="late-onset" title="When it began" count={onset.length}>
        <FactLines facts={onset} />
      </Fold>
    </Section>
  );
}

/** What a cohort printed of an outcome; nothing where nothing was counted and no percentage is printed. */
function figuresOf({ id, label, evidence, figures }: ComputeCohort, outcome: string) {
  const counts = new Map(figures.map((figure) => [figureKey({ cohort: id, ...figure }), figure]));
  return (details[id]?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .flatMap((figure) => {
      const { cut, percentPrinted, definition } = figure;
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const number = withCommas([
        events !== null && n !== null && `${events} of ${n}`,
        percentPrinted !== null && `${percentPrinted} %`,
      ]);
      const text = `${outcomeLabel(outcome)}: ${number}${evidence === "trial" ? "" : " (practice)"}`;
      const place = figurePlace(outcome, cut);
      return number === "" ? [] : [{ cohort: id, label, place, text, definition }];
    });
}
