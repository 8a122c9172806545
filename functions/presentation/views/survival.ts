/**
 * Draws one kind of survival trial by trial: the randomised trials, medians on one axis and months in a table, each as
 * its trial reported it. Trials are never averaged or joined here. An answer with several months of one kind of survival
 * is drawn from this view; of several kinds the first is shown, and the address of each asks for it alone.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import {
  type FamilyMonths,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { isAboveRows } from "#core/others/codes.ts";
import {
  parseLandmarkMonth,
  parseSurvivalFamily,
  type SurvivalFamily,
  survivalFamilies,
} from "#data/survival.ts";
import { findHeadlineRow, hasNoSelectedCohorts, isRowOfDeaths } from "../row/figures.ts";
import { describeHeadToHeadComparison } from "../row/head-to-head.ts";
import {
  listMediansOfRow,
  type Median,
  makeMediansRulerView,
  type RulerView,
} from "../row/medians-view.ts";
import {
  describeFollowUpOfOlderCuts,
  describeSurvivalStarts,
  formatCountWithPopulation,
  isMonthReported,
  type MonthsLine,
  makeMonthCellView,
  makeMonthsLines,
} from "../row/months-view.ts";
import { makeRandomisedSurvivalView } from "../row/randomised-survival.ts";
import type { ArmsEvidence, RandomisedView } from "../row/randomised-table.ts";
import { describeAfterRequiredLines } from "../row/randomised-words.ts";
import { divideGaps, type Gap, unreported } from "../words/names.ts";
import { formatCountAsWord, formatPlainNumber } from "../words/numbers.ts";
import { nameProduct } from "../words/product-name.ts";
import { capitalise, joinByCommas, joinBySpaces, writeSentence } from "../words/sentences.ts";
import { describeSurvivalHeadline } from "./verdict.ts";

export interface FamilyView {
  readonly family: SurvivalFamily;
  /** Holds what randomised trials report of this kind of survival; `null` without any. */
  readonly randomised: RandomisedView | null;
  /** The ruler is `null` if there is no median. */
  readonly ruler: RulerView | null;
  /** States from which day months are counted; empty if there is no trial. */
  readonly about: string;
  /** States why a drug of a randomised trial stands again among the trials; empty if none does. */
  readonly twice: string;
  readonly trials: readonly MonthsLine[];
  /** Explains the table of months and names missing drugs with the reason; empty if there is nothing to explain. */
  readonly notes: string;
  /** Lists months whose rows are opened by name. */
  readonly opened: readonly number[];
  /** Lists matched comparisons of both classes, each with its limits. */
  readonly matched: readonly string[];
}

export interface SurvivalView {
  /** Lists the kinds of survival that a reader may choose; empty if no trial answers the question. */
  readonly kinds: readonly SurvivalFamily[];
  /** Lists the columns of the table of months. */
  readonly months: readonly number[];
  readonly shown: FamilyView;
}

interface SurvivalScreen {
  readonly survival: SurvivalView;
  /** The lead is the headline; `null` if an outcome that is compared provides it. */
  readonly lead: string | null;
  /** Maps outcomes at months, whose rows are not drawn, to whether they can be opened. */
  readonly months: ReadonlyMap<string, boolean>;
  /** Lists the outcomes that have rows: causes of death stand with overall survival. */
  readonly rows: readonly Row[];
}

/** Holds what an answer does not say of survival. */
export interface SurvivalEvidence extends Pick<ArmsEvidence, "cite"> {
  /** True for a report, which tells every kind that is asked for. */
  readonly isReport?: boolean;
  readonly monthsOf: (family: SurvivalFamily) => MonthsAndGaps;
}

/** A kind of survival with fewer months keeps its rows, as in the overview. */
const leastMonths = 3;

/** Holds what each trial reports of a kind of survival, and whether another question has any of a drug. */
interface MonthsAndGaps extends FamilyMonths {
  readonly gapOf?: (product: string) => Gap;
}

export interface ReportedFamily extends MonthsAndGaps {
  readonly family: SurvivalFamily;
  readonly rows: readonly [Row, ...Row[]];
  readonly medians: readonly Median[];
}

/**
 * Gathers the kinds of survival that an answer tells.
 *
 * @param least Kinds with fewer months are left out.
 */
export function gatherSurvivalFamilies(
  { outcomes }: Pick<Answer, "outcomes">,
  { monthsOf }: SurvivalEvidence,
  least = 1,
): readonly ReportedFamily[] {
  return survivalFamilies.flatMap((family) => {
    const [first, ...others] = outcomes
      .filter(({ outcome }) => parseSurvivalFamily(outcome) === family)
      .sort((a, b) => parseLandmarkMonth(a.outcome) - parseLandmarkMonth(b.outcome));
    if (!first || 1 + others.length < least) return [];
    // The medians of a kind of survival are the same in each of its rows.
    return [
      {
        family,
        rows: [first, ...others],
        medians: listMediansOfRow(first),
        ...monthsOf(family),
      },
    ];
  });
}

/** Returns the survival of an answer with several months of one kind; `null` for any other answer. */
export function makeSurvivalScreen(
  answer: Answer,
  evidence: SurvivalEvidence,
): SurvivalScreen | null {
  const { outcomes } = answer;
  const families = gatherSurvivalFamilies(answer, evidence, leastMonths);
  const [shown] = families;
  if (!shown) return null;
  const isAnswered = !hasNoSelectedCohorts(answer);
  const drugs = new Set([
    ...shown.medians.map(({ product }) => product),
    ...[...shown.trials, ...shown.small].map(({ cohort }) => cohort.product),
  ]);
  const { isReport = false } = evidence;
  const hasDeaths =
    isReport || shown.family === "os" || families.every(({ family }) => family !== "os");
  const months = new Map(
    families.flatMap(({ rows }) => rows.map((row) => [row.outcome, isMonthReported(row)])),
  );
  return {
    survival: {
      kinds: isAnswered ? survivalFamilies : [],
      months: survivalMonths,
      shown: makeSurvivalFamilyView(shown, answer, evidence),
    },
    lead:
      isAnswered && findHeadlineRow(outcomes) === undefined
        ? describeSurvivalHeadline(answer, isReport && families.length > 1 ? "all" : shown.family, [
            ...drugs,
          ])
        : null,
    months,
    rows: outcomes.filter((row) => !months.has(row.outcome) && (hasDeaths || !isRowOfDeaths(row))),
  };
}

/** Makes one kind of survival as a screen, a report and copied text tell it. */
export function makeSurvivalFamilyView(
  reported: ReportedFamily,
  answer: Answer,
  { cite }: Pick<SurvivalEvidence, "cite"> = {},
): FamilyView {
  const { family, rows, trials, small } = reported;
  const { included } = answer.selection;
  const smallNames = small.map(
    ({ cohort, fewestPatients }) => `${cohort.label}: ${fewestPatients ?? cohort.n ?? unreported}`,
  );
  const patients = new Map(
    reported.reported.map((trial) => [trial.cohort.id, formatCountWithPopulation(trial)]),
  );
  const ruler = makeMediansRulerView(
    rows[0],
    (cohort) => patients.get(cohort) || `n ${unreported}`,
  );
  // The line of a median already states the patients of its trial.
  const isInRuler = (id: string) => ruler?.medians.some(({ cohort }) => cohort === id);
  const lines = makeMonthsLines(trials, makeMonthCellView).map((line) =>
    isInRuler(line.cohort) ? { ...line, patients: "" } : line,
  );
  return {
    family,
    randomised: makeRandomisedSurvivalView(answer, {
      family,
      counted: new Set(included.map(({ cohort }) => cohort)),
      ...(cite && { cite }),
    }),
    ruler,
    about: describeSurvivalStarts(listShownSurvivalTrials(reported)),
    twice: describeDrugsShownTwice(reported, answer),
    trials: lines,
    notes: joinBySpaces([
      trials.length > 0 && legend,
      describeFollowUpOfOlderCuts(trials),
      small.length > 0 && `No line for fewer than 30 patients: ${smallNames.join("; ")}.`,
      describeDrugsWithoutReport(reported, included),
    ]),
    opened: rows.filter(isMonthReported).map(({ outcome }) => parseLandmarkMonth(outcome)),
    matched: family === "os" ? listHeadToHeadTexts(rows) : [],
  };
}

/** Lists matched comparisons without duplicates, because a comparison of deaths stands with several outcomes. */
function listHeadToHeadTexts(rows: readonly Row[]): readonly string[] {
  const texts = rows.flatMap(({ headToHead }) =>
    headToHead.map((comparison) => writeSentence(describeHeadToHeadComparison(comparison))),
  );
  return [...new Set(texts)];
}

/** Lists each cohort that has a line of months or a median. */
function listShownSurvivalTrials({
  trials,
  medians,
  reported,
}: ReportedFamily): readonly TrialMonths[] {
  const shown = new Set([
    ...trials.map(({ cohort }) => cohort.id),
    ...medians.map(({ cohort }) => cohort),
  ]);
  return reported.filter(({ cohort }) => shown.has(cohort.id));
}

/**
 * Explains why a drug of a randomised trial stands again among the trials, as in "Two sets of patients had ide-cel:
 * KarMMa-3 after 2 to 4 lines, KarMMa after a median of 6 lines."; empty if none does.
 */
function describeDrugsShownTwice(family: ReportedFamily, { randomised }: Answer): string {
  if (family.family === "dor") return "";
  const arms = randomised
    .filter(isAboveRows)
    .flatMap((trial) => trial.arms.map((arm) => ({ arm, trial })));
  const texts = arms.flatMap(({ arm, trial }) => {
    const regimen = (arm.partners ?? []).length === 0 ? "monotherapy" : "combination";
    const others = listShownSurvivalTrials(family).filter(
      ({ cohort }) =>
        cohort.id !== arm.cohort && cohort.product === arm.product && cohort.regimen === regimen,
    );
    if (others.length === 0) return [];
    const names = others.map(({ cohort: { label, medianPriorLines: lines } }) =>
      lines === null ? label : `${label} after a median of ${formatPlainNumber(lines)} lines`,
    );
    const count = capitalise(formatCountAsWord(1 + others.length));
    const all = [`${trial.label}${describeAfterRequiredLines(trial.lines)}`, ...names];
    return writeSentence(
      `${count} sets of patients had ${nameProduct(arm.product)}: ${joinByCommas(all)}`,
    );
  });
  return joinBySpaces(texts);
}

function describeDrugsWithoutReport(
  { medians, trials, small, gapOf = () => ({}) }: ReportedFamily,
  included: Answer["selection"]["included"],
): string {
  const reported = new Set([
    ...medians.map(({ product }) => product),
    ...[...trials, ...small].map(({ cohort }) => cohort.product),
  ]);
  const silent = new Set(included.flatMap(({ product }) => (reported.has(product) ? [] : product)));
  const gaps = [...silent].map((product) => ({ ...gapOf(product), name: nameProduct(product) }));
  return joinBySpaces(
    divideGaps(gaps).map(
      ({ heading, of }) => `${heading} ${joinByCommas(of.map(({ name }) => name))}.`,
    ),
  );
}

const legend = "Grey: limits from later months or medians; ≈: about.";
