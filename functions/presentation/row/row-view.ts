/**
 * Makes the view of a row that every surface draws: its name, the certainty of its difference, both classes on one
 * axis, and a sentence for a screen reader. Everything is decided here; components only draw.
 */

import type { Answer, Pool, Row, RowStatus } from "#core/answer/answer.ts";
import { listRatesByTrial } from "#core/answer/apart.ts";
import { listEvidenceByProduct, listPoolEvidence } from "#core/answer/evidence.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { anyGrade } from "../words/element.ts";
import { classAdjective, className, type Gap, nameGap, unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { type Fact, findPlace, type Place, placeFacts, type RowFact } from "../words/places.ts";
import { formatDifferenceRange, formatDifferenceWithInterval } from "../words/rates.ts";
import { describeChange, describeRowStatus } from "../words/row-status.ts";
import {
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "../words/sentences.ts";
import { listRowsWithoutRatesDrawnAbove, type MonthsAbove } from "./arms-above.ts";
import { describeByTrial } from "./by-trial.ts";
import {
  type DifferenceNumbers,
  findDifferenceNumbers,
  makeRowDifferenceTexts,
} from "./difference.ts";
import { listEvidenceMarksOfPool } from "./evidence-marks.ts";
import { describeTickMonths, formatTickMonths } from "./extent.ts";
import {
  findMedianFollowUpMonths,
  findResponseCountsOfAllApheresed,
  hasHeadlineRole,
  hasNumber,
  hasTreatedPatientsOnly,
  isOfTwoTrials,
  isRowOfDeaths,
} from "./figures.ts";
import { describeHeadToHeadComparison, isDeathComparisonUnderPfs } from "./head-to-head.ts";
import { type ApheresedView, makeApheresedView } from "./intention-to-treat.ts";
import { describePooling, describeRowDetail, nameRow } from "./names.ts";
import { findCarrying, listGroupFacts, listNotes } from "./notes.ts";
import { formatEventCount } from "./plotted.ts";
import { namePooledProductsIfOneOrIncomplete } from "./products.ts";
import {
  describeCountedPartOfPublication,
  describeNumbersOfReplicatedPublication,
  describePublishedRangesOutside,
  describePublishedWhereOursIsMissing,
  describeRowOutsidePublishedPools,
} from "./published-view.ts";
import { hasHarmsOnly, listTrialsAboveRows } from "./randomised-trials.ts";
import {
  describePatientCountAndSmallTrials,
  makeSideOfClass,
  makeSideReferringAbove,
  type Naming,
  singleRow,
} from "./side.ts";
import type { SideInWords, SideView } from "./side-view.ts";

export interface RowView {
  readonly outcome: string;
  readonly label: string;
  /**
   * States the grades that the figures count, as in "grade 3–4", "any grade"; absent if the name or the key says so.
   */
  readonly brief?: string;
  /** States the grades at length, for the opened row; absent if the name says so. */
  readonly detail?: string;
  readonly status: StatusView;
  /**
   * A side is `null` if no trial reports the outcome. It is absent if no trial of the class is selected, if the class
   * cannot have the outcome, or if the status says that nothing was found.
   */
  readonly sides: Readonly<Partial<Record<TherapyClass, SideView | null>>>;
  /** Draws the responses of all apheresed of the CAR-T trials that report both; absent for any other row. */
  readonly apheresed?: SideView;
  /** States what decides whether the difference stands; absent if nothing does. No screen leaves it out. */
  readonly why?: WhyView;
  /**
   * States the rates by trial where they are apart and the numbers of the publication that the question repeats, names
   * the trial that carries a side with the difference without it, and states how long patients were followed if events
   * accumulate, of deaths by trial; absent for any other row. No screen leaves it out.
   */
  readonly carried?: string;
  /** Lists short sentences about the numbers. */
  readonly notes: readonly string[];
  /** Says the notes on a phone, which leaves matched cohorts alone to the opened row; absent if there is nothing to say. */
  readonly inShort?: string;
  /** A screen reader reads this sentence after the name of the row. */
  readonly heard: string;
}

export interface WhyView {
  /** Names what would change the difference: "If all apheresed count: CAR-T 7 more (10 fewer to 20 more)."; else empty. */
  readonly lead: string;
  /** States both rates of the trials that report all apheresed; empty if none does. */
  readonly aside: string;
}

export interface StatusView extends Pick<RowStatus, "code"> {
  /** States the difference, as in "21 more (1–33)"; where 0 lies within, "19 fewer"; absent without a difference. */
  readonly difference?: string;
  /** States the interval of the difference where 0 lies within, or that nothing is compared; else empty. */
  readonly text: string;
  /** States why nothing can be compared, where there is room; absent for any other row. */
  readonly aside?: string;
}

type RowContext = Pick<Answer, "query" | "selection" | "set">;

/** Describes where a row stands, which decides what it says, and where. */
export interface Placing {
  readonly surface: "row" | "opened";
  /** Lists the places of the surface that are not there. */
  readonly missing: readonly Place[];
  readonly naming: Naming;
  /** Lists the classes whose figures all stand in a randomised trial above, each with the months of those figures. */
  readonly above: MonthsAbove;
}

/** Places a row by itself: it names both classes, and no headline or key says anything for it. */
export const placingByItself: Placing = {
  surface: "row",
  missing: ["verdict", "harm", "key", "followed"],
  naming: singleRow,
  above: new Map(),
};

export function makeRowView(row: Row, answer: RowContext, placing: Placing): RowView {
  const placeOf = (code: RowFact) => findPlace(placing.surface, code, placing.missing);
  const inWords = mapClassesToSidesInWords(row, answer, placing);
  const allSides: RowView["sides"] = Object.fromEntries(
    [...inWords].map(([group, of]) => [group, of?.side ?? null]),
  );
  const status = makeRowStatusView(
    row,
    allSides,
    placeOf("not-compared") !== "verdict",
    findDifferenceNumbers(row),
  );
  const emptySide = placeOf("class-unreported") === "harm" ? findGap(inWords, row) : undefined;
  const apheresed = makeApheresedView(row, answer);
  const facts = listRowFacts(row, answer);
  const briefs = facts.map(({ code, text, brief = text }) => ({ code, text: brief }));
  const placed = placeFacts(placing.surface, facts, placing.missing);
  const inShort = placeFacts(placing.surface, briefs, placing.missing)("notes").join(" ");
  const [lead, aside] = [placed("why").join(" "), placed("rates").join(" ")];
  const carried = (["carried", "followed", "months"] as const).flatMap(placed).join(" ");
  const brief = describeGradesBriefly(row, placeOf("grades") === "key");
  const detail = describeRowDetail(row, answer);
  return {
    outcome: row.outcome,
    label: row.label,
    ...(brief && { brief }),
    ...(detail && { detail }),
    status: emptySide
      ? { ...status, text: `${classAdjective[emptySide]} ${nameGap(row.pools[emptySide])}` }
      : status,
    sides: Object.fromEntries(Object.entries(allSides).filter(([group]) => group !== emptySide)),
    ...(apheresed && { apheresed: apheresed.side }),
    ...((lead || aside) && { why: { lead, aside } }),
    ...(carried && { carried }),
    notes: [...placed("notes"), ...placed("wide")],
    ...(inShort && { inShort }),
    heard: describeRowAloud(inWords, apheresed, makeRowDifferenceTexts(row), status),
  };
}

function findGap(sides: SidesInWords, { pools }: Row): TherapyClass | undefined {
  return therapyClasses.find((group) => {
    const side = sides.get(group);
    return side === null || side?.heard("") === nameGap(pools[group]);
  });
}

/**
 * Lists what a row says about its numbers and what must be known of them, in the order of reading: rates by trial that are
 * apart; what would change the difference, and all apheresed beside the infused; the numbers of the publication that the question repeats; the
 * trial that carries a side; months; results of others; and the notes of the row.
 */
export function listRowFacts(row: Row, answer: RowContext): Fact[] {
  // Both rates are said, too, where the question counts all apheresed, and the row draws no second mark.
  const ofInfused = { query: { ...answer.query, denominator: "treated" as const } };
  const apheresed = makeApheresedView(row, ofInfused);
  const isOfApheresed = row.status?.changedBy?.analysis === "apheresed";
  const notes = listNotes(row, answer);
  const ofClasses = therapyClasses.flatMap((group) =>
    listGroupFacts(group, row, answer, notes).map(({ code, text, brief }) => {
      const isCarried = code === "one-trial-carries";
      const long = isCarried ? text : text && `${className[group]}: ${text}`;
      const said = isCarried && isCarriedByOdd(group, row) ? "odd-trial-carries" : code;
      return [said, brief ? { long, brief } : long] as const;
    }),
  );
  const byClass = (list: (pool: Pool) => readonly string[]) =>
    therapyClasses.flatMap((group) =>
      list(row.pools[group]).map((text) => text && `${className[group]}: ${text}`),
    );
  const outside = row.published?.outside ?? [];
  const describeInstead = (isBrief: boolean) =>
    isRowOfDeaths(row) ? describePublishedWhereOursIsMissing(row, answer, isBrief) : "";
  const facts: readonly (readonly [Fact["code"], ...(readonly (string | InBoth)[])])[] = [
    ["apart", describeByTrial(row, answer.query)],
    [
      isOfApheresed ? "changed-by-apheresed" : "changed-by",
      row.status ? describeChange(row.status) : "",
    ],
    ["apheresed", apheresed ? describeApheresedAndInfusedRates(apheresed, isOfApheresed) : ""],
    ["paper", describeNumbersOfReplicatedPublication(row, answer)],
    ...ofClasses,
    ["pooling", ...byClass(listPoolings)],
    ["followed", describeFollowUpOfRow(row)],
    ["months", ...byClass((pool) => [describeTickMonths(pool, row)])],
    ["part-of-paper", describeCountedPartOfPublication(row, answer)],
    [
      "outside-published",
      {
        long: describeRowOutsidePublishedPools(outside),
        brief: describePublishedRangesOutside(outside),
      },
    ],
    ["published-instead", { long: describeInstead(false), brief: describeInstead(true) }],
    ["matched", ...listMatchedTexts(row)],
    ["not-for", row.appliesTo.length < therapyClasses.length ? (row.notFor ?? "") : ""],
  ];
  const said = facts.flatMap(([code, ...texts]) =>
    texts.flatMap((text): Fact | [] => {
      const { long, brief } = typeof text === "string" ? { long: text, brief: "" } : text;
      if (long === "") return [];
      return { code, text: writeSentence(long), ...(brief && { brief: writeSentence(brief) }) };
    }),
  );
  // A group says notes on its number itself.
  const own = new Set<Fact["code"]>(["one-trial-carries", ...ofClasses.map(([code]) => code)]);
  return [...said, ...notes.filter(({ code }) => !own.has(code))];
}

/** Tells whether the rates by trial name the trial that carries a side, because its rate is odd. */
function isCarriedByOdd(group: TherapyClass, row: Row): boolean {
  const { odd } = listRatesByTrial(row.pools[group]);
  return row.status?.code === "apart" && odd?.label === findCarrying(group, row)?.trial;
}

/** Holds a text with what a phone says in its place. */
interface InBoth {
  readonly long: string;
  readonly brief: string;
}

/**
 * Returns both rates, which are of the same trials: "3 trials: 45 of 100 apheresed, infused 53".
 *
 * @param isNamed True if the sentence before says that all apheresed are counted.
 */
function describeApheresedAndInfusedRates(
  { trials, number, infused }: ApheresedView,
  isNamed: boolean,
): string {
  return `${trials}: ${number} of 100${isNamed ? "" : " apheresed"}, infused ${infused}`;
}

/** Names each figure that holds several trials, as in "two trials in one figure (MajesTEC-1 …, 144 of 217)". */
function listPoolings({ studies }: Pool): string[] {
  return studies.flatMap((study) => {
    const pooling = describePooling(study);
    const name = joinByCommas([study.label, study.events !== null && formatEventCount(study)]);
    return pooling ? [`${pooling} (${name})`] : [];
  });
}

/** Lists all that a row states about its numbers, in the order of reading. */
export function listAllRowRemarks({ why, carried, notes }: RowView): string[] {
  return [why?.lead, why?.aside, carried, ...notes].flatMap((text) => text || []);
}

/**
 * Maps each class to its side; `null` if no trial reports the outcome. A class that cannot have the outcome has no
 * entry.
 */
type SidesInWords = ReadonlyMap<TherapyClass, SideInWords | null>;

export function mapClassesToSidesInWords(
  row: Row,
  { query, selection }: RowContext,
  { naming, above }: Pick<Placing, "naming" | "above">,
): SidesInWords {
  const groups = therapyClasses.filter(
    (group) => row.appliesTo.includes(group) && selection.cohorts[group] > 0,
  );
  const isOfInfused =
    findResponseCountsOfAllApheresed(row, { query }) !== null &&
    hasTreatedPatientsOnly(row, "car-t");
  return new Map(
    groups.map((group) => {
      const months = above.get(group);
      const isNamed = group === "car-t" && isOfInfused;
      return [
        group,
        months ? makeSideReferringAbove(months) : makeSideOfClass(group, row, naming, isNamed),
      ];
    }),
  );
}

function describeGradesBriefly(row: Row, isInKey: boolean): string | null {
  const grades = listCountedGrades(row);
  if (grades.length === 0) return row.detail === anyGrade ? anyGrade : null;
  return isInKey ? null : `grade ${grades.join(" or ")}`;
}

/**
 * Lists the grades that trials of a severe harm count: both if trials differ, or do not report whether deaths count.
 */
function listCountedGrades({ grades }: Pick<Row, "grades">): string[] {
  if (grades === null || grades.trials === 0) return [];
  if (grades.withoutDeaths === grades.trials) return ["3–4"];
  return grades.withDeaths === grades.trials ? ["≥ 3"] : ["3–4", "≥ 3"];
}

/**
 * Returns the code and text of the status of a row, and its difference if there is one. Nothing is compared in a row
 * of one class, so its text is the number of patients.
 */
function makeRowStatusView(
  { status, pools, numberForm }: Row,
  sides: RowView["sides"],
  hasStatusText: boolean,
  numbers: DifferenceNumbers | null,
): StatusView {
  const code = status?.code ?? "not-compared";
  const difference =
    numbers &&
    formatDifferenceWithInterval(numbers.difference, numbers.interval, !numbers.includesZero);
  const [only, another] = therapyClasses.filter((group) => group in sides);
  if (only !== undefined && another === undefined) {
    const side = sides[only];
    const isCounted =
      side?.filled === true ||
      (numberForm === "counts" && pools[only].k > 0) ||
      isOfTwoTrials(pools[only]);
    return {
      code,
      text: isCounted
        ? describePatientCountAndSmallTrials(pools[only])
        : describePatientsOfOnlyMark(pools[only]),
    };
  }
  const parts = describePartsIfOneClassHasOnlyParts(pools);
  if (parts) return { code, text: "not comparable", aside: parts };
  if (numbers?.includesZero)
    return {
      code,
      ...(difference && { difference }),
      text: formatDifferenceRange(numbers.interval),
    };
  const said = status !== null && hasStatusText ? describeRowStatus(status) : "";
  const text = code === "not-reported" && said ? nameGap(findGapOfRow({ pools })) : said;
  return { code, ...(difference && { difference }), text };
}

/**
 * States the patients behind the only mark of a row, as in "5 of 339, MonumenTAL-1, US label pool"; empty for several
 * marks, and for a mark of another outcome, which would be read as one of this outcome.
 */
function describePatientsOfOnlyMark(pool: Row["pools"][TherapyClass]): string {
  const [mark, another] = listEvidenceMarksOfPool(pool);
  return mark?.of === "" && !another ? joinByCommas([mark.count || mark.patients, mark.pool]) : "";
}

/**
 * If one class has a number and the other only parts of the outcome, returns the names of these parts, as in "only
 * fatal infection"; empty for any other row. Without this note readers took the parts for a lower rate.
 */
function describePartsIfOneClassHasOnlyParts(pools: Row["pools"]): string {
  const groups = therapyClasses.filter((group) => hasPartsOfOutcomeOnly(pools[group]));
  const [group, another] = groups;
  const isAnyCounted = therapyClasses.some((other) => hasNumber(pools[other]));
  if (group === undefined || another !== undefined || !isAnyCounted) return "";
  return `only ${joinWithConjunction([...new Set(listEvidenceMarksOfPool(pools[group]).map(({ of }) => of))])}`;
}

function hasPartsOfOutcomeOnly(pool: Row["pools"][TherapyClass]): boolean {
  const marks = listEvidenceMarksOfPool(pool);
  return marks.length > 0 && marks.every(({ part }) => part !== null);
}

function listMatchedTexts(row: Row): string[] {
  // A ratio that only the press reported stands in the opened row alone.
  return row.headToHead
    .filter(
      (comparison) =>
        !comparison.doubts.includes("news-only") && !isDeathComparisonUnderPfs(comparison, row),
    )
    .map(describeHeadToHeadComparison);
}

/**
 * Returns text such as "CAR-T 88 of 100, 68 to 96; bispecific 66, 58 to 75; CAR-T 21 more, 1 to 33.".
 */
function describeRowAloud(
  sides: SidesInWords,
  apheresed: ApheresedView | null,
  difference: ReturnType<typeof makeRowDifferenceTexts>,
  status: StatusView,
): string {
  let unit = " of 100";
  const rates = [...sides].map(([group, of]) => {
    const name = classAdjective[group];
    if (of === null) return `${name} ${unreported}`;
    const { name: holds, heard } = of;
    const text = heard(unit);
    // Only the first rate of a row states the unit.
    if (text !== heard("")) unit = "";
    const beside = apheresed && group === "car-t" ? `; all apheresed ${apheresed.number}` : "";
    return `${holds === null ? name : `${name} (${holds})`} ${text}${beside}`;
  });
  // Where 0 lies within, the status is the interval.
  const fitted = difference && [
    `${className["car-t"]} ${difference.amount}`,
    !difference.includesZero && difference.range,
  ];
  const says = status.aside ? `${status.text}: ${status.aside}` : status.text;
  return writeSentence(joinBySemicolons([...rates, fitted && joinByCommas(fitted), says]));
}

/** Draws the rows of an answer that stand in the fold of another; their notes stand in their own opened rows. */
export function makeFoldedRowViews(answer: Answer): RowView[] {
  const naming = { ...singleRow, isFirst: false };
  const missing = [...placingByItself.missing, "notes", "wide"] as const;
  return answer.outcomes
    .filter((row) => !isRowUnreported(row))
    .map((row) => makeRowView(row, answer, { ...placingByItself, naming, missing }));
}

/**
 * Draws the rows of an answer, without rows that no trial reports: first those of which the headline speaks. Groups of
 * harms keep the order of the answer, in which the first of each group leads it.
 *
 * @param missing Lists the places that the screen does not have.
 */
export function makeRowViews(answer: Answer, missing: readonly Place[]): RowView[] {
  const below = listRowsWithoutRatesDrawnAbove(answer.outcomes, listTrialsAboveRows(answer));
  const rows = below.map(({ row }) => row).filter((row) => !isRowUnreported(row));
  const isInGroups = hasHarmsOnly(answer);
  const inOrder = isInGroups
    ? rows
    : [...rows].sort((a, b) => Number(hasHeadlineRole(b)) - Number(hasHeadlineRole(a)));
  const onScreen = nameClassesOnScreen(inOrder);
  const isLeading = (at: number) =>
    isInGroups && inOrder[at]?.harmGroup !== inOrder[at - 1]?.harmGroup;
  return inOrder.map((row, index) => {
    const isFirstFolded = !isLeading(index) && isLeading(index - 1);
    return makeRowView(row, answer, {
      surface: "row",
      missing: [
        ...missing,
        "months",
        ...(isInGroups ? [] : (["harm"] as const)),
        ...(isInGroups && !isLeading(index) ? (["key"] as const) : []),
      ],
      // The rows that are folded under another name the classes again, because the first row may be far above.
      naming: { onScreen, isFirst: index === 0 || isFirstFolded },
      above: below.find((entry) => entry.row === row)?.above ?? new Map(),
    });
  });
}

/**
 * Returns how long patients were followed, because one infusion stands against treatment until progression: "Follow-up 18
 * v 14 months."; of deaths each tick has its own, and where a part of the outcome stands in, "Follow-up 18, 13, 28, 18 v
 * 14–22 mo (1 not reported)."; empty unless the outcome accumulates over time.
 */
function describeFollowUpOfRow(row: Row): string {
  const { pools, timeDependent } = row;
  const [only, another] = therapyClasses.filter((group) => pools[group].k > 0);
  if (!timeDependent || !only) return "";
  const ticks = therapyClasses.map((group) => formatTickMonths(pools[group], row));
  const [carT = "", bsab = ""] = therapyClasses.map((group, index) => {
    const median = findMedianFollowUpMonths(pools[group]);
    if (pools[group].k === 0) return describeFollowUpOfParts(pools[group]);
    return ticks[index] || (median === null ? unreported : formatPlainNumber(median));
  });
  const unknown = therapyClasses
    .flatMap((group) => (another ? [] : listEvidenceOfOutcomeParts(pools[group])))
    .filter(({ followUpMonths }) => followUpMonths === null).length;
  // The months of each trial leave little room on a phone.
  const unit = ticks.some(Boolean) ? "mo" : "months";
  const inMonths = (text: string) => (text === unreported ? text : `${text} ${unit}`);
  const names = classAdjective;
  const ofSides =
    carT === "" || bsab === ""
      ? `${names[only]} ${inMonths(carT || bsab)}`
      : another && [carT, bsab].includes(unreported)
        ? `${names["car-t"]} ${inMonths(carT)}, ${names.bsab} ${inMonths(bsab)}`
        : `${carT} v ${bsab} ${unit}`;
  return joinBySpaces(["follow-up", ofSides, unknown > 0 && `(${unknown} ${unreported})`]);
}

/** Lists the parts of an outcome that stand in for it, as fatal infection does for non-relapse mortality. */
const listEvidenceOfOutcomeParts = (pool: Pool) =>
  listEvidenceByProduct(pool)
    .flatMap(({ evidence }) => evidence)
    .filter((entry) => entry.as === "narrower");

/** Returns for how many months patients were followed for such parts, as in "14–22"; empty if none is known. */
function describeFollowUpOfParts(pool: Pool): string {
  const months = listEvidenceOfOutcomeParts(pool)
    .flatMap(({ followUpMonths }) => followUpMonths ?? [])
    .map(Math.round);
  if (months.length === 0) return "";
  return [...new Set([Math.min(...months), Math.max(...months)])].map(formatPlainNumber).join("–");
}

/** Names each class by its only drug if all rows with a number have the same one; else by the class. */
function nameClassesOnScreen(rows: readonly Row[]): Naming["onScreen"] {
  const nameOf = (group: TherapyClass) => {
    const names = new Set(
      rows
        .map(({ pools }) => pools[group])
        .filter(({ k }) => k > 0)
        .map((pool) => namePooledProductsIfOneOrIncomplete(pool)),
    );
    const [only] = names;
    return names.size === 1 && only ? only : className[group];
  };
  return { "car-t": nameOf("car-t"), bsab: nameOf("bsab") };
}

/** Names a row of which no trial of the question has a figure. */
export interface NamedGap extends Gap {
  readonly outcome: string;
  readonly name: string;
}

export function listUnreportedRows(rows: readonly Row[], answer: Answer): NamedGap[] {
  return rows.filter(isRowUnreported).map((row) => nameRowGap(row, answer));
}

export function nameRowGap(row: Row<string>, answer: Answer<string>): NamedGap {
  return { outcome: row.outcome, name: nameRow(row, answer), ...findGapOfRow(row) };
}

/** Tells that some class or drug has its figures in other questions. */
export function findGapOfRow({ pools }: Pick<Row<string>, "pools">): Gap {
  return Object.values(pools).some(({ elsewhere }) => elsewhere) ? { elsewhere: true } : {};
}

/** Tells whether no trial reports a row, or none of the only class that can have its outcome. */
export function isRowUnreported({ status, appliesTo, pools }: Row): boolean {
  if (status?.code !== "not-for") return status?.code === "not-reported";
  return appliesTo.every(
    (group) => listPoolEvidence(pools[group]).length === 0 && pools[group].notPooled.length === 0,
  );
}
