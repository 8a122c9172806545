/**
 * Lists the trials behind a row: each class with its number, and every trial with its drug, its position on the axis of 0 to
 * 100, its count and its source. Each figure stands once.
 */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { listEvidenceByProduct, listPoolEvidence } from "#core/answer/evidence.ts";
import {
  listFiguresByTrial,
  type PoolOfStudies,
  readPredictionIntervalIfThreeTrials,
} from "#core/answer/figures-of-trials.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { chooseStudyWord, className } from "../words/names.ts";
import { formatFixedDigits, formatPlainNumber } from "../words/numbers.ts";
import { formatRate } from "../words/rates.ts";
import { joinBySemicolons } from "../words/sentences.ts";
import {
  describeFewEvents,
  describeRateRangeInTrials,
  describeTrialsAndPatients,
} from "./extent.ts";
import {
  formatEventCount,
  formatIntervalOrTooWide,
  makePlottedCountWithInterval,
  makePlottedPool,
  type Plotted,
  placeIntervalEnds,
} from "./plotted.ts";
import {
  listDiedBeforeLines,
  listIntentionToTreatOnlyLines,
  listSeparateDeathLines,
  listTrialLinesOfProduct,
  makeTrialLine,
  type Place,
  type TrialLine,
} from "./trial-lines.ts";

/** Holds a class of a row, or a class with its figures of the other kind of regimen. */
export interface ClassTable {
  readonly group: TherapyClass;
  /** Names the class, as in "CAR-T", "Bispecific, in combination". */
  readonly name: string;
  /** The number is `null` if nothing is pooled, and if only one figure is drawn. */
  readonly number: Plotted | null;
  /** Sums the figures in the number; absent without a number, and in an opened row, whose facts say it. */
  readonly sum?: {
    /** Counts the trials; cohorts of one trial are one. */
    readonly k: number;
    /** States events and patients, as in "259 of 306". */
    readonly count: string;
    readonly interval: "credible interval" | "confidence interval";
  };
  /** Lists texts on the number: "73–97 in 4 trials", its events, its follow-up, and how much the trials differ. */
  readonly facts: readonly string[];
  readonly trials: readonly TrialLine[];
  /** Lists the trials that the reader left out; they have no figure. */
  readonly leftOut: readonly TrialLine[];
  /** Draws the prediction interval for another trial; `null` with fewer than three trials. */
  readonly next: Plotted | null;
}

/** @param diedBefore Counts deaths before infusion, which stand below the trials of CAR-T. */
export function makeClassTables(
  row: Row,
  answer: Pick<Answer, "query" | "selection">,
  diedBefore: readonly NotInfused[] = [],
): readonly ClassTable[] {
  const leftOut = listCohortsExcludedByHand(answer);
  return therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const place = { pool, row, query: answer.query };
    const trials = [
      ...listEvidenceByProduct(pool).flatMap((product) => listTrialLinesOfProduct(product, place)),
      ...listIntentionToTreatOnlyLines(pool),
      ...listSeparateDeathLines(pool, row),
    ];
    const outside = group === "car-t" ? listDiedBeforeLines(diedBefore) : [];
    const otherRegimen = makeOtherRegimenTables(group, place);
    const counted = new Set(
      [...trials, ...otherRegimen.flatMap((table) => table.trials)].map(({ cohort }) => cohort),
    );
    const ofClass: ClassTable = {
      group,
      name: nameClassTable(group, pool.regimen === "combination" ? pool.regimen : null),
      ...makeNumberAndSumFields(makePlottedClassNumber(pool, row, trials), pool, answer),
      facts: listFactsOfClassNumber(pool, answer),
      trials: [...trials, ...outside],
      leftOut: leftOut
        .filter(({ therapyClass, cohort }) => therapyClass === group && !counted.has(cohort))
        .map(({ cohort, label }) => ({
          cohort,
          label,
          drug: "",
          of: "",
          drawn: null,
          figures: [],
        })),
      next: makePlottedPrediction(pool),
    };
    const isEmpty = ofClass.trials.length + ofClass.leftOut.length === 0;
    return isEmpty ? otherRegimen : [ofClass, ...otherRegimen];
  });
}

/**
 * Returns the cohorts that the reader left out, without pooled label figures that are left out only because they
 * include such a cohort.
 */
export function listCohortsExcludedByHand({
  query,
  selection,
}: Pick<Answer, "query" | "selection">) {
  return selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && query.exclude.includes(cohort),
  );
}

function makePlottedPrediction(pool: Pool): Plotted | null {
  const interval = readPredictionIntervalIfThreeTrials(pool);
  if (!interval) return null;
  const bar = placeIntervalEnds(interval);
  return {
    number: "",
    under: formatIntervalOrTooWide(interval),
    ...(bar && { tails: [bar] }),
    marks: [],
    filled: true,
  };
}

/**
 * Draws the number of a class as the first page of the report does: a count if the row shows counts, hollow if it
 * includes only one product of several.
 */
function makePlottedClassNumber(
  pool: Pool,
  row: Row,
  trials: readonly TrialLine[],
): ClassTable["number"] {
  const figures = trials.filter(({ drawn }) => drawn !== null);
  // A single figure that is drawn is itself the number of the class.
  const number = figures.length > 1 ? makePlottedPool(pool) : null;
  if (number === null) return null;
  const count = row.numberForm === "counts" ? makePlottedCountWithInterval(pool) : null;
  return {
    ...number,
    ...count?.drawing,
    filled: !count && (pool.products.length > 1 || pool.missingProducts.length === 0),
  };
}

/**
 * Returns the number of a class with the sum of its figures and the kind of its interval; the number alone if it is
 * `null`.
 */
function makeNumberAndSumFields(
  number: Plotted | null,
  pool: PoolOfStudies & Pick<Pool, "events" | "n"> & Partial<Pick<Pool, "status">>,
  { query }: Pick<Answer, "query">,
): Pick<ClassTable, "number" | "sum"> {
  if (number === null) return { number };
  // A single figure and a count have an exact interval. If the chosen model gave no result, the number is that of the
  // default model, which is Bayesian.
  const isExact = number.under === "" || listFiguresByTrial(pool).length === 1;
  const isBayesian = query.model === "bayes" || pool.status === "fallback";
  const interval = isBayesian && !isExact ? "credible interval" : "confidence interval";
  return { number, sum: { k: pool.k, count: formatEventCount(pool), interval } };
}

function listFactsOfClassNumber(pool: Pool, { query }: Pick<Answer, "query">): string[] {
  const { k, events, status } = pool;
  const facts = [
    joinBySemicolons([
      describeRateRangeInTrials(pool, chooseStudyWord(query)),
      describeFewEvents(pool),
    ]),
    k > 2 && events !== null && `${formatEventCount(pool)} in all`,
    describeFollowUpOfClass(pool),
    ...listHeterogeneityFacts(pool),
    status === "fallback" && "the model asked for has no result: this is the Bayesian one",
  ];
  return facts.filter((fact): fact is string => fact !== false && fact !== "");
}

/**
 * Returns text such as "τ 0.96", "I² 85 %"; empty if tests of heterogeneity are known, because the statistics of the
 * row then state both.
 */
function listHeterogeneityFacts({ k, tau, i2, heterogeneity }: Pool): string[] {
  if (k < 2 || heterogeneity || tau === null) return [];
  return [`τ ${formatFixedDigits(tau, 2)}`, ...(i2 === null ? [] : [`I² ${Math.round(i2)} %`])];
}

/** Returns text such as "followed 13.3 mo, not reported for 11 % of patients". */
export function describeFollowUpOfClass({ followUp }: Pool): string {
  if (followUp === null) return "";
  const { months, unknownShare } = followUp;
  const isPartUnknown = unknownShare > 0 && (months !== null || unknownShare < 1);
  const share = isPartUnknown ? ` for ${formatRate(unknownShare)} % of patients` : "";
  if (months === null) return `follow-up not reported${share}`;
  return `followed ${formatPlainNumber(months)} mo${share && `, not reported${share}`}`;
}

const regimens = { monotherapy: "given alone", combination: "in combination" } as const;

function nameClassTable(group: TherapyClass, regimen: Pool["regimen"]): string {
  return regimen ? `${className[group]}, ${regimens[regimen]}` : className[group];
}

/** Makes the table of the other kind of regimen, which no number of the class includes; empty without such figures. */
function makeOtherRegimenTables(group: TherapyClass, place: Place): readonly ClassTable[] {
  const { pool, query } = place;
  const { otherRegimen } = pool;
  const figures = listPoolEvidence(pool).filter(({ as }) => as === "other-regimen");
  if (!otherRegimen || figures.length === 0) return [];
  return [
    {
      group,
      name: nameClassTable(group, otherRegimen.regimen),
      ...makeNumberAndSumFields(
        otherRegimen.k > 1 ? makePlottedPool(otherRegimen) : null,
        otherRegimen,
        place,
      ),
      facts: [describeTrialsAndPatients(chooseStudyWord(query), otherRegimen.k, otherRegimen.n)],
      trials: figures.map((entry) => makeTrialLine(entry, place)),
      leftOut: [],
      next: null,
    },
  ];
}
