/**
 * Lists what single studies report of groups of patients, in one table for each outcome: the groups whose patients
 * match a question, or may match it, and those that another question would hold. Each has the same form: its drugs,
 * its patients in words, its number of 100 with its count, and the other patients of the same report beside it.
 */

import type { Study } from "#core/answer/answer.ts";
import { findEnrolledElseAdmittedLineRange } from "#core/evidence/earlier-therapy.ts";
import {
  isRange,
  judgeLevelBelonging,
  listComplementLevels,
  type NotCountedReason,
  type SubgroupLevel,
  type SubgroupTable,
} from "#core/others/subgroups.ts";
import type { PatientsOfQuestion } from "#core/question/earlier-kinds.ts";
import { isClinicalFinding, type PropertyName } from "#core/question/patient.ts";
import type { Range } from "#core/question/range.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { placeRate } from "../row/plotted.ts";
import { formatSampleSize } from "../row/uncounted.ts";
import { describeCodedReason } from "../words/codes.ts";
import { classPlural, unreported } from "../words/names.ts";
import { formatPlainNumber, formatTenths } from "../words/numbers.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import {
  afterBcma,
  contradictionText,
  describeAgeOrLineBounds,
  notCountedTexts,
} from "../words/patient-codes.ts";
import { nameProducts } from "../words/product-name.ts";
import { formatRate } from "../words/rates.ts";
import { capitalise, joinByCommas } from "../words/sentences.ts";

export interface ReportedTable {
  /** Names the outcome, as in "Response", "Progression-free survival, median months". */
  readonly name: string;
  /** True if the outcome is among those that are read first: response, severe CRS and severe infection, or survival. */
  readonly isFirst?: true;
  readonly groups: readonly ReportedGroup[];
}

/**
 * `such`: the patients match the question. `type-not-reported`: they had earlier therapy of a type that is not reported.
 * `beside`: they may match it, and are listed apart. `contradicted`: the source contradicts itself about the figure.
 * `outside`: another question would hold them. `any-therapy`: they match but for the earlier therapy of the question.
 */
export type GroupPlace =
  | "such"
  | "type-not-reported"
  | "beside"
  | "contradicted"
  | "outside"
  | "any-therapy";

export interface ReportedGroup extends GroupPart {
  readonly group: TherapyClass;
  readonly place: GroupPlace;
  /** Names the record of the same patients by its id; `null` if there is none. */
  readonly cohort: string | null;
  /** Names the drugs, or the study if it does not separate them. */
  readonly drug: string;
  /** States what is particular about the report, as in "real-world"; empty if nothing is. */
  readonly text: string;
  /** Holds the ages that the study enrolled; absent if it reports none. */
  readonly ages?: readonly [number, number];
  /** States which question would hold the group, as in "after 3 or more lines"; absent unless it is outside. */
  readonly outside?: string;
  /** True for a report that states neither its design nor its number of patients; it is never read first. */
  readonly isBare?: true;
  /** Lists the other patients of the same report. */
  readonly others: readonly GroupPart[];
  /** Links to the source; `null` if the source has no address. */
  readonly href: string | null;
}

/** Holds some patients of a report: those of a group, or the others. */
export interface GroupPart extends GroupNumber {
  /** States whose number it is, as in "75 or older", "without"; empty if the heading of the group does. */
  readonly name: string;
  /** Holds the bounds of a group by age or number of lines; absent for other groups. */
  readonly of?: Range;
}

/** Holds a figure as it is shown; without a number, it says why in words. */
interface GroupNumber {
  /** The position on the axis is 0 to 100; absent for months, and for a figure that its source contradicts. */
  readonly at?: number;
  /** States the number, as in "71" of 100, "10.7" months; empty without one. */
  readonly number: string;
  /** States the count, as in "22 of 31"; the patients of a median, as in "n 83"; or why there is no number. */
  readonly under: string;
}

export interface GroupsQuestion {
  readonly property: PropertyName;
  readonly patients: PatientsOfQuestion;
  readonly cohorts: readonly ComputeCohort[];
  /** Holds the ids of the cohorts whose numbers stand on the same screen. */
  readonly counted: ReadonlySet<string>;
  /** Returns what the numbers of the same screen count of a cohort; `null` if they do not. */
  readonly findCount: (cohort: string, outcome: string) => CountedFigure | null;
  /** Tells why a study is outside the drugs or regions of the question; empty if it is not. */
  readonly describeOutside: (study: SubgroupTable["study"]) => string;
  /** States the lines of a study that is of other lines than the question. */
  readonly describeLines: (study: SubgroupTable["study"]) => string;
}

/** Holds the count of a figure; each is `null` if it is not known. */
type CountedFigure = Pick<Study, "events" | "n" | "followUpMonths">;

/** Makes a table for each outcome, and two if it has both medians and percentages. */
export function makeReportedTablesByOutcome(
  tables: readonly SubgroupTable[],
  question: GroupsQuestion,
): ReportedTable[] {
  const byName = new Map<string, { rank: number; groups: RankedGroup[] }>();
  for (const table of tables) {
    for (const level of table.levels) {
      const placed = makeGroupPlaceWithReason(table, level, question);
      if (placed === null) continue;
      const label = nameOutcome(table.outcome);
      const name = level.medianMonths === null ? label : `${label}, median months`;
      const entry = byName.get(name) ?? {
        rank: rankOutcomeForReading(table.outcome, question),
        groups: [],
      };
      entry.groups.push({
        study: table.study.label,
        ...makeRankedGroup(table, level, placed, question),
      });
      byName.set(name, entry);
    }
  }
  return [...byName]
    .sort(([, a], [, b]) => a.rank - b.rank)
    .map(([name, { rank, groups }]) => ({
      name,
      ...(rank < rankOfRest && { isFirst: true as const }),
      groups: addStudyToAlikeGroups(
        groups.sort((a, b) => rankGroupForReading(a) - rankGroupForReading(b)),
      ).map(({ study: _, isWeak: __, lines, ...group }) => ({
        ...group,
        text: joinByCommas([group.text, lines]),
      })),
    }));
}

/** Holds a group with what is needed only to sort and name groups. */
interface RankedGroup extends ReportedGroup {
  readonly study: string;
  /**
   * States the prior lines of its patients; empty if its other words state them, or if the group is not one by a
   * clinical finding.
   */
  readonly lines: string;
  readonly isWeak: boolean;
}

/**
 * Ranks a group in the order of reading: reports without design or number of patients, or that nobody reviewed, come
 * last.
 */
function rankGroupForReading({ isWeak, group }: RankedGroup): number {
  return (isWeak ? therapyClasses.length : 0) + therapyClasses.indexOf(group);
}

/**
 * Adds the name of the study to groups of the same drugs that otherwise have the same text, and to groups without any
 * text.
 */
function addStudyToAlikeGroups(groups: readonly RankedGroup[]): RankedGroup[] {
  const alike = (a: RankedGroup, b: RankedGroup) =>
    a.drug === b.drug && a.place === b.place && a.name === b.name && a.text === b.text;
  return groups.map((group) =>
    group.name + group.text === "" || groups.filter((other) => alike(group, other)).length > 1
      ? { ...group, text: joinByCommas([group.text, group.study.split(",")[0]]) }
      : group,
  );
}

const firstOutcomes = ["orr", "crs-3", "infection-3"];
const rankOfSurvival = firstOutcomes.length;
const rankOfRest = rankOfSurvival + 1;

/**
 * Ranks an outcome in the order of reading; progression-free survival is among the first for the two properties that
 * shorten it most.
 */
function rankOutcomeForReading(outcome: string, { property }: GroupsQuestion): number {
  const first = firstOutcomes.indexOf(outcome);
  if (first >= 0) return first;
  const hasSurvival = property === "extramedullary-disease" || property === "cytogenetic-risk";
  return hasSurvival && /^pfs\b/.test(outcome) ? rankOfSurvival : rankOfRest;
}

interface Placed {
  readonly place: GroupPlace;
  /** States why the patients of the group do not match the question; empty if they match. */
  readonly because: string;
}

function makeGroupPlaceWithReason(
  { study, variable }: SubgroupTable,
  level: SubgroupLevel,
  { patients, describeOutside, describeLines }: GroupsQuestion,
): Placed | null {
  const belonging = judgeLevelBelonging(level, study.enrolled, variable, patients);
  const because = describeOutside(study);
  if (belonging.is === "other-lines") {
    return { place: "outside", because: joinByCommas([because, describeLines(study)]) };
  }
  if (belonging.is === "such") return { place: because ? "outside" : "such", because };
  if (belonging.is === "other-therapy" && because === "") {
    return { place: "any-therapy", because: afterBcma[study.enrolled.priorBcma] };
  }
  if (belonging.is !== "not-counted" || because !== "") return null;
  return {
    place: choosePlaceOfUncountedGroup(belonging.because),
    because: describeWhyGroupBeside(belonging.because),
  };
}

/**
 * Returns `contradicted` if the source contradicts itself, `type-not-reported` if the kind of earlier therapy was not
 * reported, else `beside`.
 */
function choosePlaceOfUncountedGroup(because: NotCountedReason): GroupPlace {
  if (because.code === "contradiction") return "contradicted";
  return because.code === "kinds" && because.kinds.length === 0 ? "type-not-reported" : "beside";
}

/**
 * Returns why a group may match the question but is listed apart; empty if its heading or its number already says so.
 */
function describeWhyGroupBeside(because: NotCountedReason): string {
  return choosePlaceOfUncountedGroup(because) === "beside"
    ? describeCodedReason(because, notCountedTexts)
    : "";
}

/** Words the design of a study; `null` for a trial, which needs no word. */
const designs = { trial: null, "real-world": "real-world", unknown: "design not reported" };

/** This tier is of sources that nobody reviewed. */
const unreviewedTier = 4;

function makeRankedGroup(
  { study, definition, variable, outcome, levels }: SubgroupTable,
  level: SubgroupLevel,
  { place, because }: Placed,
  question: GroupsQuestion,
): Omit<RankedGroup, "study"> {
  const {
    cohorts,
    counted,
    patients: { earlier },
  } = question;
  const { therapyClass, products, label, evidence, cohort } = study;
  const { medianMonths, source, n } = level;
  const whole = cohorts.find(({ id }) => id === cohort) ?? null;
  const part = makeGroupPart(level, nameSubgroupLevel(variable, level, earlier));
  const isAlike = (candidate: SubgroupLevel) =>
    (candidate.medianMonths === null) === (medianMonths === null);
  return {
    group: therapyClass,
    place,
    cohort,
    drug: products.length > 0 ? nameProducts(products) : capitalise(classPlural[therapyClass]),
    ...part,
    text: joinByCommas([
      products.length === 0 && label,
      designs[evidence ?? "unknown"],
      definition,
      whole &&
        describeCutIfCountDiffers(level, levels, question.findCount(whole.id, outcome), whole),
      whole && counted.has(whole.id) && describeSeparateReport(variable, level, whole),
      // A source with an address is a link instead.
      source?.href === null && cohort === null && source.citation,
      place !== "outside" && because,
    ]),
    ...(place === "outside" && { outside: because }),
    ...(whole?.ageRange && { ages: whole.ageRange }),
    others:
      part.number === ""
        ? []
        : listComplementLevels(level, levels.filter(isAlike)).map((other) =>
            makeGroupPart(other, nameLevelOfOtherPatients(variable, other), true),
          ),
    href: source?.href ?? null,
    ...(n === null && evidence === null && { isBare: true as const }),
    lines: isClinicalFinding(variable) ? describePriorLinesUnlessStated(study, because) : "",
    isWeak: n === null || evidence === null || source.tier >= unreviewedTier,
  };
}

/**
 * Makes a part of a report. A percentage has no count that states its patients, so its name does.
 *
 * @param isOfOthers True leaves out that the number of the other patients is not reported, which the group says already.
 */
function makeGroupPart(level: SubgroupLevel, name: string, isOfOthers = false): GroupPart {
  const figure = makeGroupNumber(level);
  const isCounting = figure.under === noCount && !(isOfOthers && level.n === null);
  return {
    name: joinByCommas([name, isCounting && formatSampleSize(level.n)]),
    ...(isRange(level.patients) && { of: level.patients }),
    ...figure,
  };
}

/** Stands in place of the count of a percentage that is printed without one. */
const noCount = "no count";

function makeGroupNumber({
  medianMonths,
  percentPrinted,
  events,
  n,
  oddity,
}: SubgroupLevel): GroupNumber {
  if (oddity?.kind === "contradiction") return { number: "", under: contradictionText };
  if (medianMonths !== null) {
    return { number: formatTenths(medianMonths), under: formatSampleSize(n) };
  }
  const isCounted = events !== null && n !== null;
  const rate = isCounted ? events / n : percentPrinted === null ? null : percentPrinted / 100;
  if (rate === null) return { number: "", under: unreported };
  const placed = { at: placeRate(rate), number: formatRate(rate) };
  return isCounted ? { ...placed, under: `${events} of ${n}` } : { ...placed, under: noCount };
}

/**
 * States that the levels of a report add up to all patients of a cohort, but to another count than the numbers of the
 * same screen: they are of another cut, whose months of follow-up are stated. It is empty if they do not add up, or to the same count.
 */
function describeCutIfCountDiffers(
  level: SubgroupLevel,
  levels: readonly SubgroupLevel[],
  count: CountedFigure | null,
  { figures }: Pick<ComputeCohort, "figures">,
): string {
  const parts = [level, ...listComplementLevels(level, levels)];
  const [events, n] = [
    sumCountsIfKnown(parts.map((part) => part.events)),
    sumCountsIfKnown(parts.map((part) => part.n)),
  ];
  if (count === null || n === null || n !== count.n || events === null || events === count.events) {
    return "";
  }
  const months = figures.flatMap((figure) =>
    figure.events === events && figure.n === n ? (figure.followUpMonths ?? []) : [],
  );
  return months.length === 0 || count.followUpMonths === null
    ? "another cut than below"
    : `cut at ${formatPlainNumber(Math.max(...months))} months, below at ${formatPlainNumber(count.followUpMonths)}`;
}

/** States the prior lines of a study, as in "3 to 13 lines", "lines not reported"; empty if the text before does. */
function describePriorLinesUnlessStated(
  { enrolled }: SubgroupTable["study"],
  before: string,
): string {
  const lines = notCountedTexts.lines({
    code: "lines",
    range: findEnrolledElseAdmittedLineRange(enrolled)?.range ?? null,
  });
  return before.includes(lines) ? "" : lines;
}

function sumCountsIfKnown(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (total, count) => (total === null || count === null ? null : total + count),
    0,
  );
}

/**
 * Returns text such as "reported apart from the 97 below" if a subgroup by earlier BCMA therapy is smaller than the
 * whole cohort, because the trial reported it elsewhere, often at another cut; empty for any other subgroup. The
 * caller asks only if both stand on one screen.
 */
function describeSeparateReport(
  variable: SubgroupTable["variable"],
  { n }: SubgroupLevel,
  whole: Pick<ComputeCohort, "n">,
): string {
  const isPart = variable === "prior-bcma" && whole.n !== null && n !== null && n < whole.n;
  return isPart ? `reported apart from the ${whole.n} below` : "";
}

/** These levels are no more than the property that their heading names. */
const plainLevels: readonly string[] = [
  "EMD",
  "frail",
  "high risk",
  "CrCl <45",
  "triple-class refractory",
];

/** Names a level in words, without what the heading above it says. */
function nameSubgroupLevel(
  variable: SubgroupTable["variable"],
  level: SubgroupLevel,
  earlier: PatientsOfQuestion["earlier"],
): string {
  if (isRange(level.patients)) return describeAgeOrLineBounds(variable, level.patients);
  if (variable === "prior-bcma") {
    const isOfOne = typeof earlier === "object" && earlier?.length === 1;
    const wording = isOfOne ? level.wording.replace(/^after [^,]+, /, "") : level.wording;
    return wording
      .replace(/^prior BCMA therapy\s*/, "")
      .replace(/^\((.*)\)$/, "$1")
      .replace("target not stated", `${nameOnlyEarlierTherapy(earlier)}target ${unreported}`);
  }
  return plainLevels.includes(level.level) ? "" : level.level.replace(/^EMD, /, "");
}

/** Names the only kind of earlier therapy before a word on it, as in "CAR-T "; empty for several kinds. */
function nameOnlyEarlierTherapy(earlier: PatientsOfQuestion["earlier"]): string {
  const [kind, another] = typeof earlier === "object" ? (earlier ?? []) : [];
  if (another !== undefined) return "";
  return kind === "car-t" ? "CAR-T " : kind === "bispecific" ? "bispecific " : "";
}

function nameLevelOfOtherPatients(
  variable: SubgroupTable["variable"],
  { patients, level }: SubgroupLevel,
): string {
  return isRange(patients)
    ? describeAgeOrLineBounds(variable, patients)
    : patients === false
      ? "without"
      : level;
}
