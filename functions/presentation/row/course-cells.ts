/**
 * Makes the cells of the course that rows fill: the numbers of one lane, each with whom it counts. Nothing in them
 * compares two lanes.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { listRatesByTrial } from "#core/answer/apart.ts";
import { sumTrials } from "#core/answer/figures-of-trials.ts";
import {
  type MonthCell,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { chooseStudyWord, className, nameGap, unreported } from "../words/names.ts";
import { formatSpan } from "../words/numbers.ts";
import { nameProduct } from "../words/product-name.ts";
import { formatRate } from "../words/rates.ts";
import {
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
} from "../words/sentences.ts";
import {
  convertMarkToCountOrPercentage,
  type EvidenceMark,
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
import { makeSideOfClass } from "./side.ts";
import { notCounted } from "./uncounted.ts";
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
  /** Names the trial that reports the line, whose page has the source. */
  readonly trial?: { readonly cohort: string; readonly label: string };
}

/** Holds of a lane what its cells are made from. */
export interface LaneRows {
  readonly group: TherapyClass;
  readonly answer: Answer;
  /** Lists the products whose silence is said. */
  readonly products: readonly string[];
  readonly trials: readonly TrialMonths[];
}

/** Stands where nothing is reported. */
export const gap: CourseEntry = { gap: unreported };

/** Makes the number of an entry lead its step. */
export const enlarge = (entry: CourseEntry): CourseEntry =>
  entry.number ? { ...entry, isLarge: true } : entry;

/** Says once, at the last of them, what entries that follow each other count. */
export function shareTexts(entries: readonly CourseEntry[]): readonly CourseEntry[] {
  return entries.map(({ text = "", aside = "", ...entry }, at) => {
    const next = entries[at + 1];
    return {
      ...entry,
      text: text === next?.text ? "" : text,
      aside: next?.aside?.startsWith(`${aside},`) ? "" : aside,
    };
  });
}

const per100 = (whom: string) => joinBySpaces(["of 100", whom]);

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

/** Lists the lines that a class has in a row. */
export function listSides(row: Row | undefined, group: TherapyClass) {
  const naming = { onScreen: className, isFirst: false };
  const made = row && makeSideOfClass(group, row, naming);
  return listSideAndSidesBeneath(made?.side).map((side, at) => {
    const names = joinByCommas(side.labels?.map(({ text }) => text) ?? []);
    const isNamed = at === 0 && made?.name && row && !isOfTwoTrials(row.pools[group]);
    return { ...side, name: isNamed ? made.name : joinBySemicolons([side.above, names]) };
  });
}

/** Returns the numbers of a lane as its row has them, else those of its drugs. */
export function makeRowCell(row: Row, { group, answer }: LaneRows): readonly CourseEntry[] {
  const pool = row.pools[group];
  if (!hasNumber(pool)) return makeDrugsCell(row, group);
  const whom = nameCountedPatients(pool.studies, group);
  return listSides(row, group).map(({ name, number, under }, at) => ({
    ...{ before: name, number },
    text: number === "" || number.includes(" of ") ? number && whom : per100(whom),
    aside: joinByCommas([under, ...(at === 0 ? describeExtent(row, group, answer) : [])]),
  }));
}

/** States how many trials report where not all do, and within how many months events that accumulate were counted. */
function describeExtent(row: Row, group: TherapyClass, { query }: Answer): string[] {
  const pool = row.pools[group];
  const { k, selectedTrials, studies } = pool;
  const isOfDeaths = isRowOfDeaths(row);
  const median = row.timeDependent ? findMedianFollowUpMonths(pool) : null;
  const known = isOfDeaths ? sumTrials(studies).flatMap(({ months }) => months) : [median];
  const months = joinEnds(known.flatMap((month) => (month === null ? [] : Math.round(month))));
  return [
    k < selectedTrials ? describeShareOfTrials(chooseStudyWord(query), k, selectedTrials) : "",
    months && `within ${months} months`,
  ];
}

/** Returns the span of numbers, as in "13–28"; empty without numbers. */
export function joinEnds(numbers: readonly number[]): string {
  const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.length === 0 ? "" : formatSpan({ lowest, highest });
}

/**
 * Returns what single drugs have where their class has no number; where only parts of the outcome are known, first that
 * the whole is not.
 */
function makeDrugsCell(row: Row, group: TherapyClass): readonly CourseEntry[] {
  const pool = row.pools[group];
  const missing = { gap: nameGap(pool) };
  const all = listEvidenceMarksOfPool(pool);
  const marks = row.numberForm === "counts" ? all.map(convertMarkToCountOrPercentage) : all;
  const isOfParts = marks.length > 0 && marks.every(({ part }) => part !== null);
  const drugs = groupBy(marks, ({ of }) => of).flatMap((part) => groupBy(part, ({ name }) => name));
  const entries = shareTexts(drugs.map((ofDrug) => makeDrugEntry(ofDrug, group, isOfParts)));
  if (isOfParts) {
    const parts = drugs.map(([{ of }]) => of);
    const headed = entries.flatMap((entry, at) =>
      parts[at] === parts[at - 1] ? [entry] : [{ text: `only ${parts[at]}:` }, entry],
    );
    return [missing, ...headed];
  }
  const heard = makeSideOfClass(group, row, { onScreen: className, isFirst: false })?.heard("");
  return entries.length > 0
    ? entries
    : [{ ...missing, aside: heard?.startsWith(notCounted) ? heard : "" }];
}

/** @param isHeaded True where a line above names the part of the outcome that is counted. */
function makeDrugEntry(
  marks: readonly [EvidenceMark, ...EvidenceMark[]],
  group: TherapyClass,
  isHeaded: boolean,
): CourseEntry {
  const [{ name, of, part, population }] = marks;
  const number = joinByCommas([
    ...new Set(marks.map((mark) => mark.part ?? formatMarkValue(mark))),
  ]);
  const whom = nameCountedPatients([{ population }], group);
  const behind = marks.map((mark) => (isHeaded ? mark.share && `(${mark.share})` : mark.pool));
  const kind = isHeaded ? "" : of && (part === null ? of : `only ${of}`);
  return {
    ...{ before: name, number },
    text: number.includes(" of ") ? whom : per100(whom),
    aside: joinByCommas([kind, ...new Set(behind)]),
  };
}

/** Returns the rate of each trial, the lowest first, and which trial has an odd one. */
export function makeTrialsCell(row: Row, lane: LaneRows): readonly CourseEntry[] {
  const pool = row.pools[lane.group];
  const { rates, odd, silent } = listRatesByTrial(pool);
  if (rates.length < 2) return makeRowCell(row, lane);
  const word = chooseStudyWord(lane.answer.query);
  return [
    {
      number: rates.map(({ rate }) => rate).join(", "),
      text: per100(nameCountedPatients(pool.studies, lane.group)),
      aside: joinByCommas([
        odd && `${odd.rate} in ${odd.label}`,
        silent && describeShareOfTrials(word, rates.length, pool.selectedTrials),
        describeCountsOfSmallTrials(pool),
      ]),
    },
  ];
}

/** Returns responses of all apheresed, then of the infused; of a class without them those of the row. */
export function makeResponseCell(row: Row, lane: LaneRows): readonly CourseEntry[] {
  const { group, answer } = lane;
  const ofRow = makeRowCell(row, lane);
  const isOfCells = group === "car-t";
  const apheresed = isOfCells && makeApheresedView(row, answer);
  if (!apheresed)
    return isOfCells && hasTreatedPatientsOnly(row, group) ? ofRow : ofRow.map(enlarge);
  const { number, trials: aside } = apheresed;
  return [{ number, isLarge: true, text: per100("apheresed"), aside }, ...ofRow];
}

// Survival without progression.

/**
 * Returns how many of all apheresed are without progression at a month, as bounds that assume nothing of those who were
 * not infused: none of them is, or all are.
 *
 * @param survival The share of the infused who are, 0 to 1.
 * @param infused The infused of all apheresed.
 */
export function boundSurvival(
  survival: number,
  { events, n }: { readonly events: number; readonly n: number },
): [number, number] {
  const survivors = survival * events;
  return [survivors / n, (survivors + n - events) / n];
}

const month12 = survivalMonths.indexOf(12);

const halfWords = { "above-half": "over 50", "about-half": "about 50", "below-half": "under 50" };

function writeMonth(cell: Exclude<MonthCell, { kind: "unknown" }>): string {
  if (!("landmark" in cell)) return halfWords[cell.kind];
  const rate = formatRate(cell.landmark.survival);
  return cell.kind === "printed" ? rate : `${rate} or more`;
}

/** Returns the share without progression in each trial; of all apheresed where it counts the infused. */
export function makeProgressionFreeCell(
  { pools }: Row,
  { group, products, trials }: LaneRows,
): readonly CourseEntry[] {
  const ofLane = trials.filter(({ cohort }) => cohort.therapyClass === group);
  const lines = makeMonthsLines(ofLane, (cell) => cell);
  const figures = lines.flatMap(({ drug, trial: label, cohort, months }) => {
    const cell = months[month12];
    const trial = ofLane.find((of) => of.cohort.id === cohort);
    if (!trial?.population || !cell || cell.kind === "unknown") return [];
    const whom = nameCountedPatients([{ population: trial.population }], group);
    const infused = pools[group].intentionToTreat?.infused.find((of) => of.cohort === cohort);
    const isBounded = cell.kind === "printed" && infused && whom === "infused";
    const bounds = isBounded ? boundSurvival(cell.landmark.survival, infused) : null;
    return {
      ...{ drug, product: trial.cohort.product },
      number: bounds ? bounds.map(formatRate).join("–") : writeMonth(cell),
      text: per100(bounds ? "apheresed" : whom),
      // A trial that is named like its drug is named by the rest.
      label: label.replace(new RegExp(`^${drug} | cohort$`, "gi"), ""),
      ofInfused: bounds && writeMonth(cell),
    };
  });
  const entries = groupBy(figures, ({ drug, text }) => `${drug},${text}`).flatMap((ofDrug) =>
    ofDrug.map(({ drug, label, ofInfused, ...figure }, at) => ({
      ...figure,
      before: at === 0 ? drug : "",
      aside: joinByCommas([ofInfused && `bounds; of infused ${ofInfused}`, label]),
    })),
  );
  const silent = products.filter((product) => entries.every((entry) => entry.product !== product));
  return [
    ...shareTexts(entries),
    ...silent.map((product) => ({ before: nameProduct(product), ...gap })),
  ];
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
