/** The trials behind a row, each on the axis of 0 to 100, with those that the reader left out; then all together. */

import type { Answer, Interval, OtherRegimen, Pool, Row } from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { className } from "../words/class-names.ts";
import { fixed } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { withCommas } from "../words/sentences.ts";
import { followedText, studiesOf } from "./figures.ts";
import { barOf, countOf, type Plotted, plotted, rangeText } from "./plotted.ts";

/** The trials of a class, or of one kind of regimen of it. */
export interface TrialTable {
  readonly key: string;
  readonly group: TherapyClass;
  readonly name: string;
  /** By id, so that a trial keeps its place when it is left out. */
  readonly lines: readonly TrialLine[];
  /** What all of them show, and where another trial may lie. */
  readonly together: readonly SummaryLine[];
}

export interface TrialLine {
  readonly cohort: string;
  readonly label: string;
  readonly publication: string | null;
  /** `null` of a trial that the reader left out. */
  readonly counted:
    | (Plotted & {
        /** "94 of 97, followed 18 mo", or the patients alone where no events are counted. */
        readonly count: string;
        /** "weight 24 %"; empty where nothing is pooled. */
        readonly weight: string;
      })
    | null;
}

export interface SummaryLine extends Plotted {
  readonly what: "pool" | "prediction";
  readonly name: string;
}

type Asked = Pick<Answer, "query" | "selection">;

export function trialTables(
  row: Pick<Row, "pools" | "timeDependent">,
  answer: Asked,
): readonly TrialTable[] {
  const leftOut = leftByHand(answer);
  return therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const counted = new Set(studiesOf(pool).map(({ cohort }) => cohort));
    const lost = leftOut
      .filter(({ therapyClass, cohort }) => therapyClass === group && !counted.has(cohort))
      .map(({ cohort, label }) => ({ cohort, label, publication: null, counted: null }));
    const named = pool.regimen === "combination" ? pool.regimen : null;
    const other = pool.beside && { ...pool.beside, predictionInterval: null, status: pool.status };
    const table = (of: TabledPool, regimen: OtherRegimen["regimen"] | null) => ({
      key: `${group}-${regimen}`,
      group,
      name: nameOf(of, group, regimen),
      lines: linesOf(of, row.timeDependent),
      together: summariesOf(of, answer),
    });
    const own = table(pool, named);
    const lines = [...own.lines, ...lost].sort((a, b) => (a.cohort < b.cohort ? -1 : 1));
    return [
      ...(lines.length > 0 ? [{ ...own, lines }] : []),
      ...(other && other.studies.length > 0 ? [table(other, other.regimen)] : []),
    ];
  });
}

type PoolTogether = Pick<
  Pool,
  "k" | "estimate" | "interval" | "predictionInterval" | "studies" | "events" | "n"
>;
type TabledPool = Pick<Pool, "status"> & PoolTogether;

/** What all trials of a class show together, and where another one may lie. */
export interface Together {
  /** `null` without a pool, and of a single cohort, which is its own count. */
  readonly pool:
    | (Pick<Pool, "events" | "n"> & {
        readonly name: string;
        readonly estimate: number;
        readonly interval: Interval;
      })
    | null;
  readonly prediction: { readonly name: string; readonly interval: Interval } | null;
}

export function togetherIn(
  { pools }: Pick<Row, "pools">,
  group: TherapyClass,
  { query }: Pick<Answer, "query">,
): Together {
  return togetherOf(pools[group], query);
}

function togetherOf(pool: PoolTogether, query: Pick<Query, "evidence">): Together {
  const { estimate, interval, studies, events, n } = pool;
  const noun = studyWordOf(query);
  if (estimate === null || interval === null) return { pool: null, prediction: null };
  const prediction = predictionOf(pool);
  // Of a single trial the counts of its cohorts are added.
  const name = pool.k === 1 ? `The whole ${noun}` : `Pooled, typical ${noun}`;
  return {
    pool: studies.length > 1 ? { name, estimate, interval, events, n } : null,
    prediction: prediction && { name: `Another ${noun} may show`, interval: prediction },
  };
}

const regimens = { monotherapy: "given alone", combination: "with other myeloma drugs" };

function nameOf(
  { studies }: Pick<Pool, "studies">,
  group: TherapyClass,
  regimen: OtherRegimen["regimen"] | null,
): string {
  const [product, another] = new Set(studies.map((study) => study.product));
  const name = product && !another ? productName(product) : className[group];
  return regimen ? `${name}, ${regimens[regimen]}` : name;
}

/** @param isTimed Events add up over time: every count has its follow-up. */
function linesOf(pool: TabledPool, isTimed: boolean): TrialLine[] {
  return pool.studies.map((study) => {
    const { events, n, weight } = study;
    const patients = n === null ? "" : `${n} patients`;
    const count = events === null || n === null ? patients : countOf(study);
    const followed = isTimed ? followedText(study.followUpMonths) : "";
    return {
      cohort: study.cohort,
      label: study.label,
      publication: study.citation?.publication ?? null,
      counted: {
        ...plotted(study),
        count: withCommas([count, followed]),
        weight: pool.status === "by-trial" || weight === null ? "" : `weight ${fixed(weight)} %`,
      },
    };
  });
}

function summariesOf(pool: TabledPool, { query }: Asked): SummaryLine[] {
  const { pool: pooled, prediction } = togetherOf(pool, query);
  const bar = prediction && barOf(prediction.interval);
  return [
    ...(pooled ? [{ what: "pool" as const, name: pooled.name, ...plotted(pooled) }] : []),
    ...(prediction
      ? [
          {
            what: "prediction" as const,
            name: prediction.name,
            number: "",
            under: rangeText(prediction.interval),
            ...(bar && { bar }),
            marks: [],
            filled: true,
          },
        ]
      : []),
  ];
}

/** A label that pools a trial that was left out is left out, too, but not by the reader. */
export function leftByHand({ query, selection }: Pick<Answer, "query" | "selection">) {
  return selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && query.exclude.includes(cohort),
  );
}
