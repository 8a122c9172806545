/**
 * The trials of a row as a list: what each line says, where it lies on the axis, and which trials the
 * reader left out. The opened row draws it, and whatever else lists trials.
 */
import type { Interval, StudyResult } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type {
  ApiComparison,
  ApiOtherRegimen,
  ApiPool,
  ApiRow,
} from "#presentation/words/api-answer.ts";
import type { DetailWords, ScreenWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { leftByHand } from "./evidence-asked.ts";
import { studiesOf } from "./figures.ts";
import { axisOfTrials, type Place, placeOn } from "./place.ts";
import type { Source } from "./sources.ts";

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
  /** "94 of 97", or the patients alone where no events are counted. */
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

interface Words {
  readonly strings: Pick<ScreenWords, "className" | "numbers">;
  readonly words: Pick<DetailWords, "counted" | "regimen" | "trials">;
}

/** A trial that the reader left out of the question. */
type LeftOut = Pick<Source, "cohort" | "label" | "group">;

/** The trials that the question leaves out by name. */
export function leftOutOf(answer: Pick<ApiComparison, "query" | "selection">): LeftOut[] {
  return leftByHand(answer).map(({ cohort, label, therapyClass: group }) => ({
    cohort,
    label,
    group,
  }));
}

export function trialsOf(
  row: Pick<ApiRow, "direction" | "pools">,
  leftOut: readonly LeftOut[],
  said: Words,
): TrialList {
  const end = axisOfTrials(row);
  const tables = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { beside } = pool;
    const here = new Set(studiesOf(pool).map(({ cohort }) => cohort));
    const others = leftOut.filter((one) => one.group === group && !here.has(one.cohort));
    const table = (of: TabledPool, regimen: ApiOtherRegimen["regimen"] | null, out = others) =>
      of.studies.length + out.length === 0 ? [] : [tableOf(group, of, regimen, out, end, said)];
    const combined = pool.regimen === "combination" ? pool.regimen : null;
    return [
      ...table(pool, combined),
      ...(beside ? table({ ...beside, predictionInterval: null }, beside.regimen, []) : []),
    ];
  });
  const places = tables.flatMap(({ lines, together }) => [
    ...lines.flatMap(({ counted }) => counted?.place ?? []),
    ...together.map(({ place }) => place),
  ]);
  return { ticks: [0, end / 2, end], tables, goesOn: places.some(({ goesOn }) => goesOn) };
}

type TabledPool = Pick<ApiPool, "estimate" | "interval" | "predictionInterval" | "studies">;

function tableOf(
  group: TherapyClass,
  pool: TabledPool,
  regimen: ApiOtherRegimen["regimen"] | null,
  leftOut: readonly LeftOut[],
  end: number,
  said: Words,
): TrialTable {
  const { strings, words } = said;
  const [product, another] = new Set(pool.studies.map((study) => study.product));
  const name = product && !another ? productName(product) : strings.className[group];
  const lines = [
    ...pool.studies.map((study) => lineOf(study, end, said)),
    ...leftOut.map(({ cohort, label }) => ({ cohort, label, publication: null, counted: null })),
  ];
  return {
    key: `${group}-${regimen}`,
    group,
    name: regimen ? `${name}, ${words.regimen[regimen]}` : name,
    lines: lines.sort((a, b) => (a.cohort < b.cohort ? -1 : 1)),
    together: summariesOf(pool, end, said),
  };
}

function lineOf(study: StudyResult, end: number, { strings, words }: Words): TrialLine {
  const { cohort, label, citation, events, n, estimate, interval, weight } = study;
  return {
    cohort,
    label,
    publication: citation?.publication ?? null,
    counted: {
      count: events === null || n === null ? words.trials.patients(n) : words.counted(events, n),
      rate: rateOf100(estimate, 0, strings.numbers),
      range: rangeOf100(interval, strings.numbers),
      weight: words.trials.weight(strings.numbers.fixed(weight)),
      side: 4 + Math.sqrt(weight) * 0.8,
      place: placeOn(end, estimate, interval),
    },
  };
}

function summariesOf(
  { estimate, interval, studies, predictionInterval }: TabledPool,
  end: number,
  { strings: { numbers }, words: { trials: words } }: Words,
): Summary[] {
  const summary = (name: string, rate: number | null, range: Interval): Summary => ({
    what: rate === null ? "prediction" : "pool",
    name,
    rate: rate === null ? "" : rateOf100(rate, 0, numbers),
    range: rangeOf100(range, numbers),
    place: placeOn(end, rate, range),
  });
  // One trial is its own count.
  const isPooled = estimate !== null && interval !== null && studies.length > 1;
  return [
    ...(isPooled ? [summary(words.typical, estimate, interval)] : []),
    ...(predictionInterval ? [summary(words.prediction, null, predictionInterval)] : []),
  ];
}
