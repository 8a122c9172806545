/**
 * Makes the cells of the course that rows fill: the numbers of one class, each with whom it counts. Nothing in them
 * compares two classes.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { sumTrials } from "#core/answer/figures-of-trials.ts";
import {
  type MonthCell,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { chooseStudyWord, className, nameGap, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { formatRate } from "../words/rates.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
} from "../words/sentences.ts";
import type { DrugOnScreen } from "./drugs-view.ts";
import {
  convertMarkToCountOrPercentage,
  formatMarkValue,
  listEvidenceMarksOfPool,
} from "./evidence-marks.ts";
import { describeCountsOfSmallTrials, describeShareOfTrials } from "./extent.ts";
import {
  findMedianFollowUpMonths,
  hasNumber,
  hasTreatedPatientsOnly,
  isOfTwoTrials,
  isRowOfDeaths,
} from "./figures.ts";
import { makeApheresedView } from "./intention-to-treat.ts";
import { listSideAndSidesBeneath } from "./key.ts";
import { makeMonthsLines, originNames } from "./months-view.ts";
import { formatEventCount } from "./plotted.ts";
import { makeSideOfClass } from "./side.ts";
import type { SideView } from "./side-view.ts";
import { describeUpperBound, notCounted } from "./uncounted.ts";
import { nameCountedPatients } from "./whom.ts";

/** Holds a line of a cell, read in the order of its parts. */
export interface CourseEntry {
  /** Stands in place of a figure, as in "not reported". */
  readonly gap?: string;
  readonly before?: string;
  readonly number?: string;
  /** True if the number counts those for whom the treatment was chosen and leads its step. */
  readonly isLarge?: boolean;
  readonly text?: string;
  /** States in the second ink the range, the trials and the months. */
  readonly aside?: string;
}

/** Stands where nothing is reported. */
export const gap: CourseEntry = { gap: unreported };
/** Makes the number of an entry lead its step. */
export const enlarge = (entry: CourseEntry): CourseEntry =>
  entry.number ? { ...entry, isLarge: true } : entry;

/** States from when the patients of a class are counted. */
export function describeStart(response: Row | undefined, group: TherapyClass): string {
  const whom = response && nameCountedPatients(response.pools[group].studies, group);
  if (whom === "randomised") return "randomisation";
  return group === "car-t" ? "apheresis" : "first dose";
}

/** Tells whether the drugs of a class were given in combination. */
export function isCombined(response: Row | undefined, group: TherapyClass): boolean {
  return response?.pools[group].regimen === "combination";
}

const rowNaming = { onScreen: className, isFirst: false };

/** Lists the lines that a class has in a row. */
export function listSides(row: Row | undefined, group: TherapyClass): SideView[] {
  return row ? listSideAndSidesBeneath(makeSideOfClass(group, row, rowNaming)?.side) : [];
}

/** Names what a line of a side holds: drugs, a trial, another outcome. */
export function nameSide({ above, labels = [] }: Pick<SideView, "above" | "labels">): string {
  return joinBySemicolons([above, joinByCommas(labels.map(({ text }) => text))]);
}

/** Returns the numbers of a class as its row has them, else those of its drugs. */
export function makeRowCell(row: Row, group: TherapyClass, { query }: Pick<Answer, "query">) {
  const pool = row.pools[group];
  const whom = nameCountedPatients(pool.studies, group);
  if (!hasNumber(pool)) return makeCellOfDrugs(row, group);
  const side = makeSideOfClass(group, row, rowNaming);
  const isApart = isOfTwoTrials(pool);
  const noun = chooseStudyWord(query);
  return listSideAndSidesBeneath(side?.side).map(({ number, under, ...line }, index) => {
    const isPart = pool.k < pool.selectedTrials;
    return {
      before: (!isApart && index === 0 && side?.name) || nameSide(line),
      number,
      text:
        number === "" || number.includes(" of ") ? number && whom : joinBySpaces(["of 100", whom]),
      aside: joinByCommas([
        under,
        index === 0 && isPart && describeShareOfTrials(noun, pool.k, pool.selectedTrials),
        index === 0 && describeMonths(row, group),
      ]),
    };
  });
}

/**
 * Returns what single drugs have where their class has no number; where only parts of the outcome are known, first that
 * the whole is not.
 */
function makeCellOfDrugs(row: Row, group: TherapyClass): CourseEntry[] {
  const pool = row.pools[group];
  const missing = { gap: nameGap(pool) };
  const all = listEvidenceMarksOfPool(pool);
  const marks = row.numberForm === "counts" ? all.map(convertMarkToCountOrPercentage) : all;
  if (marks.length === 0) {
    const heard = makeSideOfClass(group, row, rowNaming)?.heard("") ?? "";
    return [{ ...missing, ...(heard.startsWith(notCounted) && { aside: heard }) }];
  }
  const isOfParts = marks.every(({ part }) => part !== null);
  return groupBy(marks, ({ name, of }) => `${name},${of}`).map((ofDrug, index): CourseEntry => {
    const [{ name, of, part }] = ofDrug;
    const values = ofDrug.map((mark) => mark.part ?? formatMarkValue(mark));
    const behind = ofDrug.map((mark) => (isOfParts ? mark.share : mark.pool) || mark.patients);
    return {
      ...(isOfParts && index === 0 && missing),
      ...{ before: name, number: [...new Set(values)].join(", ") },
      text: values.some((value) => value.includes(" of ")) ? "" : "of 100",
      aside: joinByCommas([
        of && (part === null ? of : `only ${of}${describeUpperBound(name, pool)}`),
        ...new Set(behind),
      ]),
    };
  });
}

/** States within how many months events that accumulate were counted, as in "within 13–28 months". */
function describeMonths(row: Row, group: TherapyClass): string {
  const pool = row.pools[group];
  if (!row.timeDependent && !isRowOfDeaths(row)) return "";
  const median = findMedianFollowUpMonths(pool);
  const known = sumTrials(pool.studies).flatMap(({ months }) =>
    months.flatMap((month) => (month === null ? [] : Math.round(month))),
  );
  const months = isRowOfDeaths(row) ? joinEnds(known) : median === null ? "" : `${median}`;
  return months && `within ${months} months`;
}

/** Joins the smallest and the largest number, as in "13–28"; empty without numbers. */
export function joinEnds(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return "";
  return least === most
    ? formatPlainNumber(least)
    : `${formatPlainNumber(least)}–${formatPlainNumber(most)}`;
}

/** A rate at least so many times the next one stands outside the others, from this many trials on. */
const [oddTimes, oddTrials] = [3, 4];

/** Returns the rate of each trial, ascending, and which trial has an odd one. */
export function makeCellByTrial(row: Row, group: TherapyClass, answer: Answer) {
  const pool = row.pools[group];
  const trials = sumTrials(pool.studies).sort((a, b) => a.estimate - b.estimate);
  if (trials.length < 2) return makeRowCell(row, group, answer);
  const [next, last] = trials.slice(-2);
  const isOdd =
    trials.length >= oddTrials && next && last && last.estimate >= oddTimes * next.estimate;
  const share = describeShareOfTrials(chooseStudyWord(answer.query), pool.k, pool.selectedTrials);
  return [
    {
      number: trials.map(({ estimate }) => formatRate(estimate)).join(", "),
      text: joinBySpaces(["of 100", nameCountedPatients(pool.studies, group)]),
      aside: joinByCommas([
        isOdd && `${formatRate(last.estimate)}: ${last.label}, ${formatEventCount(last)}`,
        pool.k < pool.selectedTrials && share,
        describeCountsOfSmallTrials(pool),
      ]),
    },
  ];
}

/** Returns responses of all apheresed, then of the infused; of a class without them those of the row. */
export function makeResponseCell(
  row: Row,
  group: TherapyClass,
  answer: Answer,
): readonly CourseEntry[] {
  const ofRow = makeRowCell(row, group, answer);
  const apheresed = group === "car-t" ? makeApheresedView(row, answer) : null;
  const trials = formatCountWithNoun(row.pools[group].k, chooseStudyWord(answer.query));
  if (apheresed)
    return [
      {
        number: apheresed.number,
        isLarge: true,
        text: "of 100 apheresed",
        aside: apheresed.trials,
      },
      ...ofRow.map((entry, index) => ({
        ...entry,
        aside: joinByCommas([entry.aside, index === 0 && !entry.aside?.includes(" of ") && trials]),
      })),
    ];
  const isOfInfused = group === "car-t" && hasTreatedPatientsOnly(row, group);
  return isOfInfused ? ofRow : ofRow.map(enlarge);
}

// Survival without progression.

interface Count {
  readonly events: number;
  readonly n: number;
}

/**
 * Returns how many of all apheresed are without progression at a month, as bounds that assume nothing of those who were
 * not infused: none of them is, or all are.
 *
 * @param survival The share of the infused who are, 0 to 1.
 * @param infused The infused of all apheresed.
 */
export function boundSurvival(survival: number, { events, n }: Count): [number, number] {
  const survivors = survival * events;
  return [survivors / n, (survivors + n - events) / n];
}

const month12 = survivalMonths.indexOf(12);

const halfWords = { "above-half": "over 50", "about-half": "about 50", "below-half": "under 50" };

function writeMonthCell(cell: MonthCell): string {
  switch (cell.kind) {
    case "printed":
      return formatRate(cell.landmark.survival);
    case "at-least":
      return `${formatRate(cell.landmark.survival)} or more`;
    case "unknown":
      return "";
    default:
      return halfWords[cell.kind];
  }
}

/** Returns the share without progression in each trial; of all apheresed where it counts the infused. */
export function makeProgressionFreeCell(
  { pools }: Row,
  group: TherapyClass,
  trials: readonly TrialMonths[],
  drugs: readonly DrugOnScreen[],
): readonly CourseEntry[] {
  const ofLane = trials.filter(({ cohort }) => cohort.therapyClass === group);
  const lines = makeMonthsLines(ofLane, (cell, id) => ({
    cell,
    trial: ofLane.find(({ cohort }) => cohort.id === id),
  }));
  const figures = lines.flatMap(({ drug, trial: label, cohort, months }) => {
    const { cell, trial } = months[month12] ?? {};
    if (!cell || !trial || cell.kind === "unknown") return [];
    const [whom, written] = [nameTrialPatients(trial), writeMonthCell(cell)];
    const infused = pools[group].intentionToTreat?.infused.find((of) => of.cohort === cohort);
    const isBounded = cell.kind === "printed" && infused !== undefined && whom === "infused";
    const bounds = isBounded ? boundSurvival(cell.landmark.survival, infused) : null;
    return {
      ...{ drug, label, product: trial.cohort.product, whom: bounds ? "apheresed" : whom },
      number: bounds ? bounds.map(formatRate).join("–") : written,
      ofInfused: bounds ? written : "",
    };
  });
  const [unit, another] = new Set(figures.map(({ whom }) => joinBySpaces(["of 100", whom])));
  const entries = groupBy(figures, ({ drug, whom }) => `${drug},${whom}`).map((ofDrug) => {
    const [{ drug, whom, ofInfused }] = ofDrug;
    const infused = joinByCommas(ofDrug.map((figure) => figure.ofInfused));
    return {
      ...{ before: drug, number: ofDrug.map(({ number }) => number).join(", ") },
      ...(another !== undefined && { text: joinBySpaces(["of 100", whom]) }),
      aside: joinBySemicolons([
        ofDrug.map(({ label }) => label).join(", "),
        ofInfused && `bounds, of infused ${infused}`,
      ]),
    };
  });
  // Patients that all entries count are said once.
  const whom = unit !== undefined && another === undefined ? [{ text: unit }] : [];
  const silent = drugs.filter(
    (drug) => drug.group === group && figures.every(({ product }) => product !== drug.product),
  );
  return [...entries, ...whom, ...silent.map(({ name }) => ({ before: name, ...gap }))];
}

function nameTrialPatients({ population, cohort }: TrialMonths): string {
  return population === null ? "" : nameCountedPatients([{ population }], cohort.therapyClass);
}

/** Names the events from which the months of these trials are counted; infusion or first dose where none is reported. */
export function describeOrigins(trials: readonly TrialMonths[]): string {
  const usual = { "car-t": "infusion", bsab: "first-dose" } as const;
  const origins = trials.map(
    ({ timeOrigin, cohort: { therapyClass } }) => timeOrigin ?? usual[therapyClass],
  );
  const names = [...new Set(origins)].map((origin) => originNames[origin]);
  return names.length > 0 ? joinWithConjunction(names, "or") : "infusion or the first dose";
}
