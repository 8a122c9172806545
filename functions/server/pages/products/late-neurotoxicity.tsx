/** Late neurotoxicity of a product as each trial or study printed it: some print a percentage only, few when it began. */
import { Fragment } from "preact";
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { details } from "#data/generated/details.ts";
import { lateNeurotoxicity } from "#presentation/row/late-neurotoxicity.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { figurePlace } from "../record/places.ts";
import { FactLines } from "./fact-lines.tsx";
import { factsIn, type ProductFacts, productFacts } from "./facts.ts";
import { recordAddress } from "./record-address.ts";

export function LateNeurotoxicity({ product }: { product: ProductFacts }) {
  const trials = harmsOf(product, "trial");
  const studies = harmsOf(product, "real-world");
  const onset = factsIn(productFacts(product).late, null);
  const isEmpty = trials.length + studies.length + onset.length === 0;
  return (
    <Section id="late" title="Late neurotoxicity">
      {isEmpty ? (
        <p class="unknown">No figure is reported in our sources.</p>
      ) : (
        <p class="quiet">Parkinsonism, cranial nerves and other nerves, not ICANS.</p>
      )}
      {trials.length > 0 && (
        <Fold
          id="late-trials"
          title="As trials reported it"
          aside={`${trials.flatMap(({ figures }) => figures).length}`}
        >
          <Harms harms={trials} />
        </Fold>
      )}
      {onset.length > 0 && (
        <Fold id="late-onset" title="When it began" aside={`${onset.length}`}>
          <FactLines facts={onset} product={product} />
        </Fold>
      )}
      {studies.length > 0 && (
        <Fold
          id="late-practice"
          title="As studies of practice reported it"
          aside={`${studies.flatMap(({ figures }) => figures).length}`}
        >
          <Harms harms={studies} />
        </Fold>
      )}
    </Section>
  );
}

interface Harm {
  readonly outcome: string;
  readonly figures: readonly HarmFigure[];
}

interface HarmFigure {
  readonly cohort: string;
  readonly label: string;
  readonly text: string;
  /** Its source and its place there stand in the record. */
  readonly href: string;
  readonly definition: string | null;
}

function Harms({ harms }: { harms: readonly Harm[] }) {
  return (
    <>
      {harms.map(({ outcome, figures }) => (
        <Fragment key={outcome}>
          <h3>{outcomeLabel(outcome)}</h3>
          <ul class="facts">
            {figures.map(({ cohort, label, text, href, definition }) => (
              <li key={href}>
                <a href={recordAddress(cohort)}>{label}</a>: <a href={href}>{text}</a>
                {definition !== null && <small>{definition}</small>}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

function harmsOf({ slug }: ProductFacts, evidence: ComputeCohort["evidence"]): Harm[] {
  const cohorts = dataset.cohorts.filter(
    (cohort) => cohort.product === slug && cohort.evidence === evidence,
  );
  return lateNeurotoxicity
    .map((outcome) => ({
      outcome,
      figures: cohorts.flatMap((cohort) => figuresOf(cohort, outcome)),
    }))
    .filter(({ figures }) => figures.length > 0);
}

function figuresOf({ id, label, figures }: ComputeCohort, outcome: string): HarmFigure[] {
  const counts = new Map(figures.map((figure) => [figureKey({ cohort: id, ...figure }), figure]));
  return (details[id]?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .flatMap((figure) => {
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const count = events === null || n === null ? [] : [`${events} of ${n}`];
      const percent = figure.percentPrinted === null ? [] : [`${figure.percentPrinted} %`];
      const text = [...count, ...percent].join(", ");
      const href = `${recordAddress(id)}#${figurePlace(outcome, figure.cut)}`;
      return text === "" ? [] : [{ cohort: id, label, text, href, definition: figure.definition }];
    });
}
