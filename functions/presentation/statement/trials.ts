/**
 * The trials of a row: what each is and says, in short and at length; and as the list of an opened row,
 * with the trials that the reader left out.
 */
import type {
  Answer,
  Citation,
  Interval,
  OtherRegimen,
  Pool,
  Row,
  Study,
} from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { Query } from "#core/question/query.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { endsOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { axisOfTrials, type Place, placeOn } from "./axis.ts";
import { studiesOf } from "./figures.ts";
import { leftByHand } from "./scope.ts";
import type { Source } from "./sources.ts";

/** A rate with its interval: of 1, and as it is printed. */
export interface Rated {
  readonly estimate: number;
  readonly interval: Interval;
  /** `92` and `(82–97)`. */
  readonly rate: string;
  readonly range: string;
}

export interface TrialStatement extends Rated {
  readonly cohort: string;
  readonly label: string;
  readonly product: string;
  /** Together with other myeloma drugs. */
  readonly isCombined: boolean;
  /** "94 of 97", or the patients alone where no events are counted. */
  readonly count: string;
  /** The same in a column of a table: `94/97`, `97`. */
  readonly counted: string;
  /** Percent of the information in the pool; `null` where nothing is pooled. */
  readonly weight: number | null;
  readonly followUpMonths: number | null;
  /** With all that is known of the figure. */
  readonly long: string;
  readonly citation: Citation | null;
}

export function trialStatement(
  study: Study,
  { status }: Pick<Pool, "status">,
  { cut }: Query,
  words: Catalogue,
): TrialStatement {
  const { cohort, label, events, n, estimate, interval, weight, citation } = study;
  const { detail, printed, report, screen } = words;
  const product = productName(study.product);
  const rate = rateOf100(estimate, 0, screen.numbers);
  const said = report.cohorts;
  const facts = [
    said.figure({ events, n, rate, range: endsOf100(interval, screen.numbers) }),
    status !== "by-trial" && said.weight(weight),
    study.grades && screen.gradesOfFigure[study.grades],
    said.over(study.population, study.derived ?? false),
    said.followUp(study.followUpMonths, study.cut),
    study.regimen === "combination" && said.combination,
    study.cut !== "primary" && study.cut !== cut && said.otherCut(study.cut),
  ];
  return {
    cohort,
    label,
    product,
    isCombined: study.regimen === "combination",
    count: events === null || n === null ? detail.trials.patients(n) : printed.counted(events, n),
    counted: countedIn(study),
    estimate,
    interval,
    rate,
    range: rangeOf100(interval, screen.numbers),
    weight: status === "by-trial" ? null : weight,
    followUpMonths: study.followUpMonths,
    long: `${label}, ${product}: ${facts.filter(Boolean).join("; ")}`,
    citation,
  };
}

/** What all trials together show, and where another one may lie. */
export interface Together {
  /** `null` without a pool, and of a single trial, which is its own count. */
  readonly pool: (Rated & { readonly name: string; readonly counted: string }) | null;
  readonly prediction: (Pick<Rated, "interval" | "range"> & { readonly name: string }) | null;
}

export function togetherOf(
  pool: Pick<Pool, "estimate" | "interval" | "predictionInterval" | "studies" | "events" | "n">,
  query: Pick<Query, "evidence">,
  { screen: { numbers, together } }: Catalogue,
): Together {
  const { estimate, interval, studies } = pool;
  const prediction = predictionOf(pool);
  const noun = studyWordOf(query);
  if (estimate === null || interval === null) return { pool: null, prediction: null };
  const pooled = {
    name: together.pool(noun),
    counted: countedIn(pool),
    estimate,
    interval,
    rate: rateOf100(estimate, 0, numbers),
    range: rangeOf100(interval, numbers),
  };
  return {
    pool: studies.length > 1 ? pooled : null,
    prediction: prediction && {
      name: together.another(noun),
      interval: prediction,
      range: rangeOf100(prediction, numbers),
    },
  };
}

/** A count in a column of a table. */
function countedIn({ events, n }: Pick<Pool, "events" | "n">): string {
  if (n === null) return "–";
  return events === null ? String(n) : `${events}/${n}`;
}

export interface TrialList {
  /** The numbers below the axis: its beginning, middle and end. */
  readonly ticks: readonly [number, number, number];
  readonly tables: readonly TrialTable[];
  /** Whether an interval goes on where the axis ends. */
  readonly goesOn: boolean;
}

/** The trials of a class, or of one kind of regimen of it. */
export interface TrialTable {
  readonly key: string;
  readonly group: TherapyClass;
  readonly name: string;
  /** By id, so that a trial keeps its place when it is left out. */
  readonly lines: readonly TrialLine[];
  readonly together: readonly Summary[];
}

export interface TrialLine extends Pick<Source, "cohort" | "label" | "publication"> {
  /** `null` for a trial that the reader left out. */
  readonly counted: Counted | null;
}

interface Counted extends Numbers {
  /** "94 of 97, followed 18 mo", or the patients alone where no events are counted. */
  readonly count: string;
  readonly weight: string;
  /** Side of the mark, whose area is that of the weight. */
  readonly side: number;
}

interface Numbers {
  /** `92`; empty for an interval alone. */
  readonly rate: string;
  readonly range: string;
  readonly place: Place;
}

/** What all trials together show, and what another trial may show. */
export interface Summary extends Numbers {
  readonly what: "pool" | "prediction";
  readonly name: string;
}

/** A trial that the reader left out of the question. */
type LeftOut = Pick<Source, "cohort" | "label" | "group">;

type Asked = Pick<Answer, "query" | "selection">;

export function trialsOf(
  row: Pick<Row, "direction" | "pools" | "timeDependent">,
  answer: Asked,
  words: Catalogue,
): TrialList {
  const end = axisOfTrials(row);
  const leftOut = leftByHand(answer).map(({ cohort, label, therapyClass: group }) => ({
    cohort,
    label,
    group,
  }));
  const tables = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { beside } = pool;
    const here = new Set(studiesOf(pool).map(({ cohort }) => cohort));
    const others = leftOut.filter((one) => one.group === group && !here.has(one.cohort));
    const table = (of: TabledPool, regimen: OtherRegimen["regimen"] | null, out = others) =>
      of.studies.length + out.length === 0
        ? []
        : [tableOf(group, of, regimen, out, { end, isTimed: row.timeDependent }, answer, words)];
    const combined = pool.regimen === "combination" ? pool.regimen : null;
    const other = beside && { ...beside, predictionInterval: null, status: pool.status };
    return [...table(pool, combined), ...(other ? table(other, other.regimen, []) : [])];
  });
  const places = tables.flatMap(({ lines, together }) => [
    ...lines.flatMap(({ counted }) => counted?.place ?? []),
    ...together.map(({ place }) => place),
  ]);
  return { ticks: [0, end / 2, end], tables, goesOn: places.some(({ goesOn }) => goesOn) };
}

interface Drawn {
  /** Of the axis, in patients of 100. */
  readonly end: number;
  /** Events add up over time: every count has its follow-up. */
  readonly isTimed: boolean;
}

type TabledPool = Pick<Pool, "status"> & Parameters<typeof togetherOf>[0];

function tableOf(
  group: TherapyClass,
  pool: TabledPool,
  regimen: OtherRegimen["regimen"] | null,
  leftOut: readonly LeftOut[],
  { end, isTimed }: Drawn,
  { query }: Asked,
  words: Catalogue,
): TrialTable {
  const { screen, detail } = words;
  const [product, another] = new Set(pool.studies.map((study) => study.product));
  const name = product && !another ? productName(product) : screen.className[group];
  const lines = [
    ...pool.studies.map((study) =>
      lineOf(trialStatement(study, pool, query, words), { end, isTimed }, words),
    ),
    ...leftOut.map(({ cohort, label }) => ({ cohort, label, publication: null, counted: null })),
  ];
  return {
    key: `${group}-${regimen}`,
    group,
    name: regimen ? `${name}, ${detail.regimen[regimen]}` : name,
    lines: lines.sort((a, b) => (a.cohort < b.cohort ? -1 : 1)),
    together: summariesOf(pool, end, query, words),
  };
}

/** The size of a mark where nothing is weighted, in percent. */
const usualWeight = 25;

function lineOf(
  trial: TrialStatement,
  { end, isTimed }: Drawn,
  { screen, detail, productTable }: Catalogue,
): TrialLine {
  const { cohort, label, citation, count, rate, range, weight, estimate, interval } = trial;
  return {
    cohort,
    label,
    publication: citation?.publication ?? null,
    counted: {
      count: [count, isTimed && productTable.followed(trial.followUpMonths)]
        .filter(Boolean)
        .join(", "),
      rate,
      range,
      weight: weight === null ? "" : detail.trials.weight(screen.numbers.fixed(weight)),
      side: 4 + Math.sqrt(weight ?? usualWeight) * 0.8,
      place: placeOn(end, estimate, interval),
    },
  };
}

/** The same on the axis of the list. */
function summariesOf(pool: TabledPool, end: number, query: Query, words: Catalogue): Summary[] {
  const { pool: pooled, prediction } = togetherOf(pool, query, words);
  return [
    ...(pooled
      ? [
          {
            what: "pool",
            name: pooled.name,
            rate: pooled.rate,
            range: pooled.range,
            place: placeOn(end, pooled.estimate, pooled.interval),
          } as const,
        ]
      : []),
    ...(prediction
      ? [
          {
            what: "prediction",
            name: prediction.name,
            rate: "",
            range: prediction.range,
            place: placeOn(end, null, prediction.interval),
          } as const,
        ]
      : []),
  ];
}
