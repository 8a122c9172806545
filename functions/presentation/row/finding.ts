/**
 * Makes a row of a summary of findings: both classes with what their numbers rest on, the difference and what would
 * change it, all apheresed, and the reasons for the certainty. Each text is that of the row on a screen.
 */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { countTrialsIncludingPooled } from "#core/evidence/trials.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { unreported } from "../words/names.ts";
import { makeDifferenceTexts } from "../words/rates.ts";
import { describeChange } from "../words/row-status.ts";
import { joinByCommas, joinBySemicolons } from "../words/sentences.ts";
import { describeWhatLimitsAnalysis } from "./analyses-view.ts";
import type { MonthsAbove } from "./arms-above.ts";
import { describeByTrial } from "./by-trial.ts";
import {
  type CertaintyReason,
  type CommonReasons,
  listCertaintyReasonsBesideCommon,
} from "./certainty-reasons.ts";
import { makeRowDifferenceTexts } from "./difference.ts";
import { describeCountsOfSmallTrials, describeTickMonths } from "./extent.ts";
import {
  findResponseCountsOfAllApheresed,
  hasNumber,
  listCohortsInNumberElseStandIns,
} from "./figures.ts";
import { makeApheresedView } from "./intention-to-treat.ts";
import { describeWhyNoDifference, describeWhyNoNumber } from "./missing.ts";
import { formatCountIfFewEvents, formatEventCount } from "./plotted.ts";
import {
  describeCountedPartOfPublication,
  describeNumbersOfReplicatedPublication,
} from "./published-view.ts";
import { makeRowView, mapClassesToSidesInWords, placingByItself } from "./row-view.ts";
import { describeSeparateDeaths } from "./separate-deaths.ts";
import type { SideInWords } from "./side-view.ts";

export interface Finding {
  readonly outcome: string;
  readonly label: string;
  /** States what the outcome counts, as in "≥ partial response"; empty if the name says everything. */
  readonly detail: string;
  readonly sides: readonly FindingSide[];
  /** The difference is `null` if there is none. */
  readonly difference: FoundDifference | null;
  /** States why there is no difference, as in "not compared: by trial only"; empty if there is one. */
  readonly notCompared: string;
  /** Holds all apheresed of the CAR-T trials that report both; `null` for any other row. */
  readonly apheresed: ApheresedFinding | null;
  /** Lists the reasons besides those of every row. */
  readonly reasons: readonly CertaintyReason[];
}

export interface FindingSide {
  readonly group: TherapyClass;
  /** Names the drugs in the number if it leaves out others of the class; otherwise empty. */
  readonly name: string;
  /** The number is text such as "88 (68–96)", or the figures of drugs. */
  readonly number: string;
  /** Lists what stands below the number: its count, and deaths that it leaves out. */
  readonly below: readonly string[];
  /** Counts the trials with a figure, as in "4", "3 of 5", and their patients; each is empty if it is not known. */
  readonly trials: string;
  readonly patients: string;
}

export interface FoundDifference {
  /** The difference is text such as "21 more" and "1 to 33". */
  readonly amount: string;
  readonly range: string;
  /** States the rates by trial where they are apart, as in "By trial 1–9 v 0–1 of 100"; else empty. */
  readonly byTrial: string;
  /** Names what would change it, as in "If all apheresed count: CAR-T 7 more (10 fewer to 20 more)"; else empty. */
  readonly change: string;
}

export interface ApheresedFinding {
  /** The number is the rate of all apheresed of 100; `infused` is that of the infused of the same trials. */
  readonly number: string;
  readonly infused: string;
  /** States the size, as in "3 trials, 317 apheresed". */
  readonly size: string;
  /** Holds the difference if all apheresed count; `null` if this analysis could not be made. */
  readonly difference: Pick<FoundDifference, "amount" | "range"> | null;
  /** States what the difference assumes, as in "apheresed known for 3 of 4 trials". */
  readonly assumption: string;
}

/** Holds what the rows around a row already say. */
interface Around {
  /** Lists the classes whose figures all stand in a randomised trial above. */
  readonly above: MonthsAbove;
  readonly common: CommonReasons;
}

export function makeFinding(row: Row, answer: Answer, { above, common }: Around): Finding {
  const placing = { ...placingByItself, above };
  const view = makeRowView(row, answer, placing);
  const inWords = mapClassesToSidesInWords(row, answer, placing);
  const groups = therapyClasses.filter((group) => answer.selection.cohorts[group] > 0);
  const apheresed = makeApheresedFinding(row, answer);
  const difference = makeDifferenceFinding(row, answer, apheresed);
  const isOfBoth = groups.length === therapyClasses.length;
  const why = describeWhyNoDifference(row, answer);
  return {
    outcome: row.outcome,
    label: row.label,
    detail: joinByCommas([
      view.brief ?? keepDetailIfShort(row),
      joinBySemicolons([
        describeNumbersOfReplicatedPublication(row, answer),
        describeCountedPartOfPublication(row, answer),
      ]),
    ]),
    sides: groups.map((group) => makeFindingSide(group, row, answer, inWords.get(group))),
    difference,
    notCompared:
      difference === null && isOfBoth
        ? joinByCommas(["not compared", why]).replace(", ", ": ")
        : "",
    apheresed,
    reasons: listCertaintyReasonsBesideCommon(row, answer, common),
  };
}

/** In longer lists of drugs the counts stand only in the part of the report about the outcome. */
const longestNumber = 80;

/** A longer explanation of an outcome stands in its own part of the report only. */
const longestDetail = 40;

function keepDetailIfShort({ detail }: Pick<Row, "detail">): string {
  return detail !== null && detail.length <= longestDetail ? detail : "";
}

/**
 * Returns the side of a class: its number, or the figures of its drugs, or why it has none, with the counts below,
 * the trials and their patients.
 *
 * @param side `null` if no trial reports the outcome, and absent if the class cannot have it.
 */
function makeFindingSide(
  group: TherapyClass,
  row: Row,
  answer: Answer,
  side: SideInWords | null | undefined,
): FindingSide {
  const pool = row.pools[group];
  const written = side?.written("") ?? describeWhyNoNumber(group, row, answer) ?? unreported;
  // A number of the class keeps its interval in brackets, whatever stands beside it, and so do two trials.
  const isLong = !hasNumber(pool) && written.length > longestNumber;
  const number = isLong ? (side?.heard("") ?? written) : written;
  const count = pool.estimate === null || pool.events === null ? "" : formatEventCount(pool);
  return {
    group,
    name: side?.name ?? "",
    number,
    below: [
      row.numberForm === "counts" || formatCountIfFewEvents(pool) ? "" : count,
      describeCountsOfSmallTrials(pool),
      describeTickMonths(pool, row),
      describeSeparateDeaths(pool, row),
    ].filter((text) => text !== ""),
    trials: formatTrialsWithFigure(pool),
    patients: hasNumber(pool) && pool.n !== null ? `${pool.n}` : "",
  };
}

/** Returns how many trials have a figure, as in "4", "3 of 5"; empty without one. */
function formatTrialsWithFigure(pool: Pool): string {
  const { selectedTrials } = pool;
  const trials = hasNumber(pool)
    ? pool.k
    : countTrialsIncludingPooled(listCohortsInNumberElseStandIns(pool));
  if (trials === 0) return "";
  return trials < selectedTrials ? `${trials} of ${selectedTrials}` : `${trials}`;
}

/** Returns the difference with what would change it; the difference of all apheresed has a line of its own. */
function makeDifferenceFinding(
  row: Row,
  { query }: Answer,
  apheresed: ApheresedFinding | null,
): FoundDifference | null {
  const difference = makeRowDifferenceTexts(row);
  if (difference === null) return null;
  const { status } = row;
  const isBelow = apheresed?.difference && status?.changedBy?.analysis === "apheresed";
  return {
    ...difference,
    byTrial: describeByTrial(row, query),
    change: status === null || isBelow ? "" : describeChange(status),
  };
}

/** Returns all apheresed of the CAR-T trials of a row that report both; `null` for any other row. */
export function makeApheresedFinding(row: Row, answer: Answer): ApheresedFinding | null {
  const view = makeApheresedView(row, answer);
  const collected = findResponseCountsOfAllApheresed(row, answer);
  if (!view || !collected) return null;
  const analysis = row.contrasts[0]?.analyses?.find((made) => made.analysis === "apheresed");
  const { differencePer100: difference, differenceInterval: interval } = analysis ?? {};
  const isFound = analysis !== undefined && difference != null && interval;
  return {
    number: view.number,
    infused: view.infused,
    size: joinByCommas([view.trials, `${collected.collected.n} apheresed`]),
    difference: isFound ? makeDifferenceTexts(difference, interval) : null,
    assumption: isFound ? describeWhatLimitsAnalysis(analysis) : "",
  };
}
