/**
 * Draws the harms of a product as its trials reported them: how soon they came, how long they lasted, and late
 * neurotoxicity.
 */

import { figureKey } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { lateNeurotoxicity } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { details } from "#data/generated/details.ts";
import { timings } from "#data/generated/timing.ts";
import { timingSources } from "#presentation/row/timing.ts";
import { printedFigure } from "#presentation/words/figures-in-print.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { NewTab } from "#widget/views/links.tsx";
import { Fold, RecordLink, Section } from "../kit/kit.tsx";
import { figurePlace } from "../record/figures.tsx";
import { TimesTable } from "../times-table.tsx";
import { FactLines, NotFound } from "./fact-lines.tsx";
import { type ProductFacts, productFacts } from "./facts.ts";

interface HarmProps {
  product: { readonly slug: string };
}

/**
 * Draws how soon harms came and how long they lasted, CRS first, because it decides how long a patient is watched.
 */
export function HarmTimes({ product }: HarmProps) {
  const [first, ...later] = dataset.outcomes
    .filter(({ group }) => group === "toxicity")
    .map(({ id, label }) => ({ title: label, lines: timeLines(product, id) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Section id="onset" title="How soon harm came, how long it lasted">
      {first === undefined ? <NotFound /> : <TimesTable of="Trial" parts={[first]} />}
      <Fold id="onset-others" title="Other harms" count={later.length}>
        <TimesTable of="Trial" parts={later} />
      </Fold>
    </Section>
  );
}

/**
 * Returns a line for each trial.
 *
 * @param outcome A harm; `null` for times of the treatment.
 */
export function timeLines({ slug }: HarmProps["product"], outcome: string | null) {
  return timingOf(dataset, timings, {})
    .map((line) => ({ ...line, times: line.times.filter((time) => time.outcome === outcome) }))
    .filter(({ product, times }) => product === slug && times.length > 0)
    .map((line) => ({
      name: <RecordLink cohort={line.cohort} label={line.label} place="timing" />,
      times: line.times,
      source: timingSources(line.times).map(({ text, locator, href }, index) => [
        index > 0 && "; ",
        <NewTab key={text} href={href}>
          {text} – {locator}
        </NewTab>,
      ]),
    }));
}

export function LateNeurotoxicityOfProduct({ product }: { product: ProductFacts }) {
  const cohorts = dataset.cohorts.filter((cohort) => cohort.product === product.slug);
  const figures = lateNeurotoxicity.flatMap((outcome) =>
    cohorts.flatMap((cohort) => figuresOf(cohort, outcome)),
  );
  const onset = productFacts(product).late;
  return (
    <Section id="late" title="Late neurotoxicity">
      {figures.length + onset.length === 0 ? (
        <NotFound />
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

/** Returns the figures of an outcome that a cohort reported; empty if neither a count nor a percentage is reported. */
function figuresOf({ id, label, evidence, figures }: ComputeCohort, outcome: string) {
  const counts = new Map(figures.map((figure) => [figureKey({ cohort: id, ...figure }), figure]));
  return (details[id]?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .flatMap((figure) => {
      const { cut, percentPrinted, definition } = figure;
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const number = withCommas(printedFigure({ events, n, percentPrinted }));
      const text = `${outcomeLabel(outcome)}: ${number}${evidence === "trial" ? "" : " (practice)"}`;
      const place = figurePlace(outcome, cut);
      return number === "" ? [] : [{ cohort: id, label, place, text, definition }];
    });
}
