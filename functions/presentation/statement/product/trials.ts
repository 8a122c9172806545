/** What trials of a product printed: counts, medians, times and late neurotoxicity, each as its trial has it and never summed. */
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { figureKey } from "#core/evidence/figure-key.ts";
import { timingOf } from "#core/evidence/timing.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { details } from "#data/generated/details.ts";
import { timings } from "#data/generated/timing.ts";
import type { PrintedMedian, SurvivalFamily } from "#data/medians.ts";
import type { CitedTiming } from "#data/timing.ts";
import { catalogue } from "../../words/catalogue.ts";
import { rateOf100 } from "../../words/rates.ts";
import { capitalised } from "../../words/sentences.ts";
import { lateNeurotoxicity } from "../late-neurotoxicity.ts";
import { printedFigure } from "../printed-figure.ts";
import { figurePlace, medianPlace } from "../record/places.ts";
import type { ProductFacts } from "./facts.ts";

const { numbers } = catalogue.screen;
const { trials: words } = catalogue.product;
const { timing: timingWords } = catalogue.report;

export interface TrialCell {
  /** `97 %`, `11.3`, `not reached` */
  number: string;
  /** `94 of 97`, `8.8 to 17.1` */
  basis: string;
  /** Where its source and place in it stand. */
  href: string;
}

export interface TrialTable {
  columns: readonly string[];
  rows: readonly {
    cohort: string;
    label: string;
    /** `null` where the trial has no number that counts here. */
    cells: readonly (TrialCell | null)[];
  }[];
}

/** A printed line of a trial, with its source. */
export interface TrialLine {
  cohort: string;
  label: string;
  text: string;
  /** What was counted or measured, in the words of the source. */
  definition: string | null;
  citation: string;
  locator: string;
}

export interface TrialLines {
  title: string;
  lines: readonly TrialLine[];
}

type Column = readonly [name: string, cells: ReadonlyMap<string, TrialCell>];

const labels = new Map(dataset.cohorts.map(({ id, label }) => [id, label]));
const labelOf = (cohort: string) => labels.get(cohort) ?? cohort;
const outcomeLabels = new Map(dataset.outcomes.map(({ id, label }) => [id, label]));
const outcomeLabel = (id: string) => outcomeLabels.get(id) ?? id;

function tableOf(columns: readonly Column[]): TrialTable {
  const cohorts = [...new Set(columns.flatMap(([, cells]) => [...cells.keys()]))];
  return {
    columns: columns.map(([name]) => name),
    rows: cohorts.map((cohort) => ({
      cohort,
      label: labelOf(cohort),
      cells: columns.map(([, cells]) => cells.get(cohort) ?? null),
    })),
  };
}

/** The counts of an answer, also of trials with other drugs. */
export function countTable(
  { outcomes }: Pick<Answer, "outcomes">,
  group: ProductFacts["therapyClass"],
  ids: readonly string[],
): TrialTable {
  return tableOf(
    ids.map((id): Column => {
      const pool = outcomes.find(({ outcome }) => outcome === id)?.pools[group];
      const studies = [...(pool?.studies ?? []), ...(pool?.beside?.studies ?? [])];
      return [
        outcomeLabel(id),
        new Map(
          studies.map(({ cohort, events, n, estimate, cut, followUpMonths, printed }) => [
            cohort,
            {
              number: `${rateOf100(estimate, 0, numbers)} %`,
              basis: words.counted(events, n, cut === "primary" ? null : followUpMonths),
              href: `/v1/cohorts/${cohort}.html#${figurePlace(printed, cut)}`,
            },
          ]),
        ),
      ];
    }),
  );
}

type MediansOf = (
  family: SurvivalFamily,
) => readonly { readonly cohort: ComputeCohort; readonly median: PrintedMedian }[];

export interface TrialMedians {
  title: string;
  medians: readonly (TrialCell & Pick<TrialLine, "cohort" | "label"> & { followed: string })[];
}

/** Medians of the newest cut, a line a set of patients. */
export function trialMedians(product: string, mediansOf: MediansOf): TrialMedians[] {
  return (["pfs", "os", "dor"] as const).flatMap((family) => {
    const own = mediansOf(family).filter(({ cohort }) => cohort.product === product);
    const medians = own.map(({ cohort: { id, label }, median }) => ({
      cohort: id,
      label,
      number: words.median(median.months),
      basis: words.interval(median.interval),
      followed: words.followed(median.followUpMonths),
      href: `/v1/cohorts/${id}.html#${medianPlace(family, median.cut)}`,
    }));
    return medians.length === 0 ? [] : { title: words.families[family], medians };
  });
}

const harms = dataset.outcomes.filter(({ group }) => group === "toxicity").map(({ id }) => id);

/** How soon harms came and how long they lasted, a group an outcome. */
export function harmTimes(product: string): TrialLines[] {
  return harms.flatMap((outcome) => {
    const lines = timeLines(product, (time) => time.outcome === outcome);
    return lines.length === 0 ? [] : { title: outcomeLabel(outcome), lines };
  });
}

/** From collection to infusion, in hospital. */
export function treatmentTimes(product: string): TrialLine[] {
  return timeLines(product, (time) => time.outcome === null);
}

function timeLines(product: string, isShown: (time: CitedTiming) => boolean): TrialLine[] {
  return timingOf(dataset, timings, {})
    .filter((line) => line.product === product)
    .flatMap(({ cohort, label, times }) => {
      const own = times.filter(isShown);
      const places = [
        ...new Set(own.map(({ source, locator }) => `${source.citation}\n${locator}`)),
      ];
      return places.map((place) => {
        const of = own.filter(({ source, locator }) => `${source.citation}\n${locator}` === place);
        const [citation = "", locator = ""] = place.split("\n");
        const text = capitalised(of.map((time) => timingWords.time(time)).join("; "));
        return { cohort, label, text, definition: null, citation, locator };
      });
    });
}

/** As each trial or study printed it: some print a percentage only. */
export function lateNeurotoxicityLines(
  product: string,
  evidence: ComputeCohort["evidence"],
): TrialLines[] {
  const cohorts = dataset.cohorts.filter(
    (cohort) => cohort.product === product && cohort.evidence === evidence,
  );
  return lateNeurotoxicity.flatMap((outcome) => {
    const lines = cohorts.flatMap((cohort) => linesOf(cohort, outcome));
    return lines.length === 0 ? [] : { title: outcomeLabel(outcome), lines };
  });
}

function linesOf({ id, label, figures }: ComputeCohort, outcome: string): TrialLine[] {
  const known = details[id];
  const counts = new Map(figures.map((one) => [figureKey({ cohort: id, ...one }), one]));
  return (known?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .map((figure) => {
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const { percentPrinted, definition, locator, source } = figure;
      const text = printedFigure({ events, n, percentPrinted }, catalogue).join(", ");
      return {
        cohort: id,
        label,
        text,
        definition,
        citation: known?.sources[source]?.citation ?? "",
        locator: locator ?? "",
      };
    })
    .filter(({ text }) => text !== "");
}
