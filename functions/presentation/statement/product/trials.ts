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
import { timing as timingWords } from "#words/timing.ts";
import {
  above,
  type Block,
  cell,
  folded,
  type Line,
  line,
  looking,
  type Marked,
  part,
  plainList,
  quiet,
  type Section,
  type Table,
} from "../../document/document.ts";
import { catalogue } from "../../words/catalogue.ts";
import { rateOf100 } from "../../words/rates.ts";
import { capitalised } from "../../words/sentences.ts";
import { lateNeurotoxicity } from "../late-neurotoxicity.ts";
import { printedFigure } from "../printed-figure.ts";
import { figurePlace, medianPlace } from "../record/places.ts";
import { citedFacts, factsIn, type ProductFacts, productFacts } from "./facts.ts";

const { numbers } = catalogue.screen;
const { trials: words } = catalogue.product;

type Column = readonly [name: string, cells: ReadonlyMap<string, readonly Line[]>];

const labels = new Map(dataset.cohorts.map(({ id, label }) => [id, label]));
const labelOf = (cohort: string) => labels.get(cohort) ?? cohort;
const outcomeLabels = new Map(dataset.outcomes.map(({ id, label }) => [id, label]));
const outcomeLabel = (id: string) => outcomeLabels.get(id) ?? id;

const recordOf = (cohort: string) => `/v1/cohorts/${cohort}.html`;
const trialLink = (cohort: string): Marked => ({ text: labelOf(cohort), href: recordOf(cohort) });

/** A number leads to its source and its place there. */
function numberCell(number: string, href: string, basis?: string): readonly Line[] {
  return cell({ text: number, href }, basis);
}

/** The counts of an answer, also of trials with other drugs; none without a count. */
function countTable(
  title: string,
  { outcomes }: Pick<Answer, "outcomes">,
  group: ProductFacts["therapyClass"],
  ids: readonly string[],
): Block[] {
  const columns = ids.map((id): Column => {
    const pool = outcomes.find(({ outcome }) => outcome === id)?.pools[group];
    const studies = [...(pool?.studies ?? []), ...(pool?.beside?.studies ?? [])];
    return [
      outcomeLabel(id),
      new Map(
        studies.map(({ cohort, events, n, estimate, cut, followUpMonths, printed }) => [
          cohort,
          numberCell(
            `${rateOf100(estimate, 0, numbers)} %`,
            `${recordOf(cohort)}#${figurePlace(printed, cut)}`,
            words.counted(events, n, cut === "primary" ? null : followUpMonths),
          ),
        ]),
      ),
    ];
  });
  const cohorts = [...new Set(columns.flatMap(([, cells]) => [...cells.keys()]))];
  const table: Table = {
    kind: "table",
    look: "facts",
    label: title,
    columns: [words.trial, ...columns.map(([name]) => name)],
    groups: [
      {
        rows: cohorts.map((cohort) => ({
          name: line(trialLink(cohort)),
          cells: columns.map(([, cells]) => cells.get(cohort) ?? null),
        })),
      },
    ],
    none: words.notCounted,
  };
  return part(null, title, cohorts.length === 0 ? [] : [table]);
}

type MediansOf = (
  family: SurvivalFamily,
) => readonly { readonly cohort: ComputeCohort; readonly median: PrintedMedian }[];

/** Medians of the newest cut, a line a set of patients. */
function medianTable(product: string, mediansOf: MediansOf): Block[] {
  const groups = (["pfs", "os", "dor"] as const).flatMap((family) => {
    const own = mediansOf(family).filter(({ cohort }) => cohort.product === product);
    const rows = own.map(({ cohort: { id }, median }) => ({
      name: above(trialLink(id), words.followed(median.followUpMonths)),
      cells: [
        numberCell(
          words.median(median.months),
          `${recordOf(id)}#${medianPlace(family, median.cut)}`,
        ),
        words.interval(median.interval),
      ],
    }));
    return rows.length === 0 ? [] : { title: words.families[family], rows };
  });
  const { columns, title } = words.medians;
  const table: Table = {
    kind: "table",
    look: "facts",
    label: title,
    columns,
    groups,
    none: words.notCounted,
  };
  return part(null, title, groups.length === 0 ? [] : [table]);
}

/** An answer about this product only. */
export interface ProductAnswer {
  /** The text of its question. */
  readonly question: string;
  readonly answer: Pick<Answer, "outcomes">;
  readonly mediansOf: MediansOf;
}

export function results(
  { slug, therapyClass }: ProductFacts,
  { question, answer, mediansOf }: ProductAnswer,
): Section {
  const count = (title: string, ids: readonly string[]) =>
    countTable(title, answer, therapyClass, ids);
  const tables = [
    ...count(words.response, ["orr", "vgpr", "cr"]),
    ...count(words.harms, ["crs-3", "icans", "infection-3"]),
    ...medianTable(slug, mediansOf),
  ];
  return {
    id: "achieved",
    title: words.title,
    isWide: true,
    blocks: [
      ...(tables.length === 0 ? looking("unknown", words.noNumber) : tables),
      ...quiet(
        line([
          words.differ,
          { text: words.compare, href: `/embed?${question}` },
          " · ",
          { text: words.asReport, href: `/report?${question}` },
        ]),
      ),
    ],
  };
}

/** How soon harms came and how long they lasted, a group an outcome. */
export function harmTimes({ slug }: ProductFacts): Section {
  const parts = dataset.outcomes
    .filter(({ group }) => group === "toxicity")
    .flatMap(({ id }) =>
      part(null, outcomeLabel(id), plainList(timeLines(slug, ({ outcome }) => outcome === id))),
    );
  const { title, none } = words.times;
  return { id: "onset", title, blocks: parts.length === 0 ? looking("unknown", none) : parts };
}

/** From collection to infusion, in hospital. */
export function treatmentTimes({ slug }: ProductFacts): Block[] {
  const lines = timeLines(slug, ({ outcome }) => outcome === null);
  return folded("treatment-times", words.printedTimes, plainList(lines), lines.length);
}

function timeLines(product: string, isShown: (time: CitedTiming) => boolean): Line[] {
  return timingOf(dataset, timings, {})
    .filter((line) => line.product === product)
    .flatMap(({ cohort, times }) => {
      const shown = times.filter(isShown);
      return [...new Set(shown.map(({ source }) => source.citation))].map((citation) => {
        const own = shown.filter(({ source }) => source.citation === citation);
        const said = own.map((time) => timingWords.time(time)).join("; ");
        const places = [...new Set(own.flatMap(({ locator }) => locator ?? []))].join("; ");
        const basis = [citation, places].filter(Boolean).join(": ");
        return above([trialLink(cohort), `: ${capitalised(said)}`], basis);
      });
    });
}

/** As each trial or study printed it: some print a percentage only, few when it began. */
export function lateNeurotoxicitySection(product: ProductFacts): Section {
  const { title, none, which, practice } = words.late;
  const trials = lateParts(product, "trial");
  const studies = lateParts(product, "real-world");
  const count = studies.flatMap(({ lines }) => lines).length;
  const parts = (own: typeof trials) =>
    own.flatMap((one) => part(null, one.title, plainList(one.lines)));
  const onset = factsIn(productFacts(product).late, null);
  const isEmpty = trials.length + studies.length + onset.length === 0;
  return {
    id: "late",
    title,
    blocks: isEmpty
      ? looking("unknown", none)
      : [
          ...quiet(which),
          ...parts(trials),
          ...folded("late-onset", words.late.onset, plainList(citedFacts(onset)), onset.length),
          ...folded("late-practice", practice, parts(studies), count),
        ],
  };
}

function lateParts({ slug }: ProductFacts, evidence: ComputeCohort["evidence"]) {
  const cohorts = dataset.cohorts.filter(
    (cohort) => cohort.product === slug && cohort.evidence === evidence,
  );
  return lateNeurotoxicity.flatMap((outcome) => {
    const lines = cohorts.flatMap((cohort) => lateLines(cohort, outcome));
    return lines.length === 0 ? [] : { title: outcomeLabel(outcome), lines };
  });
}

function lateLines({ id, figures }: ComputeCohort, outcome: string): Line[] {
  const known = details[id];
  const counts = new Map(figures.map((one) => [figureKey({ cohort: id, ...one }), one]));
  return (known?.figures ?? [])
    .filter((figure) => figure.outcome === outcome)
    .flatMap((figure) => {
      const { events = null, n = null } = counts.get(figureKey({ cohort: id, ...figure })) ?? {};
      const { percentPrinted, definition } = figure;
      const text = printedFigure({ events, n, percentPrinted }, catalogue).join(", ");
      // Its source and its place there stand in the record.
      const href = `${recordOf(id)}#${figurePlace(outcome, figure.cut)}`;
      return text === "" ? [] : above([trialLink(id), ": ", { text, href }], definition);
    });
}
