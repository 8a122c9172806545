/** Late neurotoxicity of a product as each trial or study printed it: some print a percentage only, few when it began. */
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { details } from "#data/generated/details.ts";
import { lateNeurotoxicity } from "#presentation/row/late-neurotoxicity.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { figurePlace, recordAddress } from "../record/places.ts";
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
      {figures.length > 0 && (
        <Fold id="late-figures" title="As trials and practice reported it" aside={figures.length}>
          <ul class="facts">
            {figures.map(({ label, text, href, definition }) => (
              <li key={href}>
                <a href={href}>{label}</a>: {text}
                {definition !== null && <small>{definition}</small>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {onset.length > 0 && (
        <Fold id="late-onset" title="When it began" aside={onset.length}>
          <FactLines facts={onset} />
        </Fold>
      )}
    </Section>
  );
}

interface LateFigure {
  /** "CARTITUDE-4 (cilta-cel arm)" */
  readonly label: string;
  /** "Movement disorder: 3 of 102, 2.9 % (practice)" */
  readonly text: string;
  /** Its source and its place there stand in the record. */
  readonly href: string;
  readonly definition: string | null;
}

/** None where nothing was counted and no percentage is printed. */
function figuresOf({ id, label, evidence, figures }: ComputeCohort, outcome: string): LateFigure[] {
  const counts = new Map(figures.map((figure) => [figureKey({ cohort: id, ...figure }), figure]));
  return (details[id]?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .flatMap((figure) => {
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const number = [
        events !== null && n !== null && `${events} of ${n}`,
        figure.percentPrinted !== null && `${figure.percentPrinted} %`,
      ]
        .filter(Boolean)
        .join(", ");
      const href = `${recordAddress(id)}#${figurePlace(outcome, figure.cut)}`;
      const text = `${outcomeLabel(outcome)}: ${number}${evidence === "trial" ? "" : " (practice)"}`;
      return number === "" ? [] : [{ label, text, href, definition: figure.definition }];
    });
}
