/** Makes the notes of an answer on labels, sale and earlier therapy by kind, as codes with values. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import {
  type EarlierKind,
  labelRegions,
  type TherapyClass,
  therapyClasses,
} from "#data/vocabulary.ts";
import { addDependentChanges } from "../question/following.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import { formatQuery } from "../question/query-text.ts";
import { isWithinRange } from "../question/range.ts";
import { divideTrialsByAskedTherapyKinds } from "./after-kinds.ts";
import { type Dataset, listRequestedOutcomes } from "./dataset.ts";
import { findEnrolledElseAdmittedLineRange, type PrintedKind } from "./earlier-therapy.ts";
import { isCohortKeptByFilter, isCohortKeptByOtherFilters } from "./filters.ts";
import { splitSeriesIntoProductSlugs } from "./grouping.ts";
import { gatherLabelledRegimens } from "./labelled-regimens.ts";
import { gatherCountsOverAskedPatients } from "./leukapheresed.ts";
import type { Coded } from "./reasons.ts";
import {
  isProductApprovedInRegion,
  isSameRegimen,
  type LabelCondition,
  type LabelRegion,
  listChosenElseAllRegions,
  listChosenRegions,
  listLabelConditions,
  listLabelsOfClasses,
  listRegimens,
  makeRegimen,
  type Regimen,
  type RegimenLabels,
  type SideLabels,
} from "./regimen-labels.ts";
import { splitIncludedAndExcludedCohorts } from "./select.ts";

type Lines = Query["lines"];

interface NamedTrial {
  readonly cohort: string;
  readonly label: string;
}

interface Responders {
  readonly events: number;
  readonly n: number;
}

interface SideInPart extends Pick<SideLabels, "therapyClass" | "labelledIn" | "pending"> {
  /** `regimens` are those that count, where another drug of the class is labelled without a trial; else absent. */
  readonly regimens?: readonly Regimen[];
}

interface UntriedRegimen extends RegimenLabels {
  readonly therapyClass: TherapyClass;
}

interface SideWithoutLabel {
  readonly therapyClass: TherapyClass;
  /** `regimens` are those that count, or if none counts, those that were left out for their label. */
  readonly regimens: readonly RegimenLabels[];
}

interface LeftOutForLabel extends RegimenLabels {
  readonly therapyClass: TherapyClass;
  readonly trials: readonly NamedTrial[];
}

interface SoldElsewhere {
  readonly product: string;
  readonly therapyClass: TherapyClass;
  /** `regions` holds the regions outside the question in which the product is sold; it is never empty. */
  readonly regions: readonly LabelRegion[];
  readonly counts: readonly (NamedTrial & Responders)[];
}

export type LabelNote = Coded<{
  /** Lists the sides that are labelled in some of the regions asked for and not in others. */
  "labels-in-part": { sides: SideInPart[] };
  /**
   * Lists the drugs that are labelled for these lines in a region asked for, of which no trial in the data is of such
   * patients: approvals come before papers.
   */
  "labelled-without-trial": { regimens: UntriedRegimen[]; lines: Lines };
  /** Lists the sides of which nothing is labelled for these lines in any region asked for. */
  "no-label": { sides: SideWithoutLabel[]; lines: Lines };
  /**
   * Lists regimens that count without a label, because the question names them, is about practice or takes any label,
   * next to labelled ones of their class.
   */
  "counted-without-label": { regimens: RegimenLabels[]; lines: Lines };
  /** Lists, for a question about three or more lines, the products whose label asks for more than three, by region. */
  "label-from-line": { regions: { region: LabelRegion; lines: number; products: string[] }[] };
  /** Lists, for a question about one or two lines, the conditions of a label beyond the number of lines. */
  "label-condition": { conditions: LabelCondition[]; regions: LabelRegion[] };
  /** These regimens are left out for their label alone; `query` is the question that counts them. */
  "left-out-for-label": { regimens: LeftOutForLabel[]; query: string; lines: Lines };
  /** Lists products that are sold in another region only, and meet every other filter. */
  "sold-elsewhere": { products: SoldElsewhere[]; regions: LabelRegion[] };
  /** Lists trials that count for one or two lines although neither enrolled nor admitted lines are known. */
  "lines-unknown": { trials: NamedTrial[]; lines: Lines };
  /**
   * Lists, for a question about three or more lines, the early trials that also had such patients. `query` is the
   * question after two lines, which selects these trials.
   */
  "early-after-three": { trials: NamedTrial[]; query: string };
  "after-kinds": {
    kinds: EarlierKind[];
    counted: (NamedTrial & { printed: PrintedKind[]; patients: number | null })[];
    /**
     * `notCounted` lists trials that required such therapy but do not count: fewer than half of their patients had
     * one of the kinds, or no kind is printed. `responders` is present for trials that count them.
     */
    notCounted: (NamedTrial & { printed: PrintedKind[]; responders: Responders | null })[];
    /** `unknown` lists the kinds after which no trial in the data prints results. */
    unknown: EarlierKind[];
  };
}>;

/**
 * Returns the notes on labels, sale and earlier therapy, in the order in which they are told; `included` are the
 * cohorts that answer the question.
 */
export function makeLabelSaleAndTherapyNotes(
  query: Query,
  included: readonly ComputeCohort[],
  dataset: Dataset,
): LabelNote[] {
  const sides = listLabelsOfClasses(query, included, dataset);
  const leftOut = noteLeftOutForLabel(query, dataset);
  const untried = listUntriedRegimens(query, dataset);
  return [
    noteClassesLabelledInSomeRegions(query, sides, untried),
    untried.length > 0
      ? { code: "labelled-without-trial" as const, regimens: untried, lines: query.lines }
      : null,
    noteNoLabel(query, sides, leftOut, untried),
    noteCountedWithoutLabel(query, sides),
    noteLabelledFromLaterLine(query, sides),
    noteLabelConditions(query, [...listRegimens(included), ...untried], dataset),
    leftOut,
    noteSoldElsewhere(query, dataset),
    noteLinesUnknown(query, included),
    noteUncountedEarlyTrials(query, dataset),
    noteTrialsAfterTherapyKinds(query, dataset),
  ].flatMap((note) => note ?? []);
}

type NoteOf<Code extends LabelNote["code"]> = Extract<LabelNote, { code: Code }> | null;

function noteClassesLabelledInSomeRegions(
  query: Query,
  all: readonly SideLabels[],
  untried: readonly UntriedRegimen[],
): NoteOf<"labels-in-part"> {
  const regions = listChosenRegions(query);
  const sides = all
    .filter(({ labelledIn }) => labelledIn.length > 0 && labelledIn.length < regions.length)
    .map(({ regimens, ...side }) =>
      untried.some(({ therapyClass }) => therapyClass === side.therapyClass)
        ? { ...side, regimens: regimens.map(({ product, partners }) => ({ product, partners })) }
        : side,
    );
  return sides.length > 0 ? { code: "labels-in-part", sides } : null;
}

/** Lists the labelled drugs of a question that have no trial after its lines, whatever else the question asks. */
function listUntriedRegimens(query: Query, dataset: Dataset): UntriedRegimen[] {
  const { target, evidence } = query;
  if (listChosenRegions(query).length === 0 || !hasNoPublishedSet(query)) return [];
  if (evidence === "real-world") return [];
  const hasTrial = (product: string) =>
    dataset.cohorts.some(
      (cohort) =>
        cohort.evidence === "trial" &&
        splitSeriesIntoProductSlugs(cohort.product).includes(product) &&
        isCohortKeptByFilter("lines", cohort, query, dataset),
    );
  return gatherLabelledRegimens(query, dataset)
    .filter(
      ({ product, targets, labels }) =>
        labels.some(({ status }) => status === "labelled") &&
        (target.includes("any") || target.some((antigen) => targets.includes(antigen))) &&
        !hasTrial(product),
    )
    .map(({ product, partners, labels, therapyClass }) => ({
      product,
      partners,
      labels,
      therapyClass,
    }));
}

function noteNoLabel(
  { lines }: Query,
  all: readonly SideLabels[],
  leftOut: NoteOf<"left-out-for-label">,
  untried: readonly UntriedRegimen[],
): NoteOf<"no-label"> {
  const sides = therapyClasses.flatMap((therapyClass) => {
    if (untried.some((regimen) => regimen.therapyClass === therapyClass)) return [];
    const side = all.find((candidate) => candidate.therapyClass === therapyClass);
    if (side && side.labelledIn.length > 0) return [];
    const regimens =
      side?.regimens ??
      leftOut?.regimens.filter((regimen) => regimen.therapyClass === therapyClass) ??
      [];
    return regimens.length > 0 ? [{ therapyClass, regimens }] : [];
  });
  return sides.length > 0 ? { code: "no-label", sides, lines } : null;
}

function noteCountedWithoutLabel(
  query: Query,
  sides: readonly SideLabels[],
): NoteOf<"counted-without-label"> {
  if (listChosenRegions(query).length === 0) return null;
  const regimens = sides
    .filter(({ labelledIn }) => labelledIn.length > 0)
    .flatMap((side) => side.regimens)
    .filter(({ labels }) => labels.every(({ status }) => status !== "labelled"));
  return regimens.length > 0
    ? { code: "counted-without-label", regimens, lines: query.lines }
    : null;
}

/** Returns the note that lists, by region and line, the products whose label asks for more lines than three. */
function noteLabelledFromLaterLine(
  query: Query,
  sides: readonly SideLabels[],
): NoteOf<"label-from-line"> {
  if (query.lines !== "3+") return null;
  const labelled = sides.flatMap(({ regimens }) =>
    regimens.flatMap(({ product, labels }) =>
      labels.flatMap(({ region, status, minPriorLines }) =>
        status === "labelled" && minPriorLines !== null && minPriorLines > 3
          ? [{ product, region, lines: minPriorLines }]
          : [],
      ),
    ),
  );
  const regions = listChosenRegions(query).flatMap((region) => {
    const ofRegion = labelled.filter((entry) => entry.region === region);
    return groupBy(ofRegion, ({ lines }) => lines).map((labels) => ({
      region,
      lines: labels[0].lines,
      products: labels.map(({ product }) => product),
    }));
  });
  return regions.length > 0 ? { code: "label-from-line", regions } : null;
}

function noteLabelConditions(
  query: Query,
  regimens: readonly Regimen[],
  dataset: Dataset,
): NoteOf<"label-condition"> {
  const { lines } = query;
  if (!isOneOrTwoLines(lines)) return null;
  const conditions = listLabelConditions(regimens, listChosenElseAllRegions(query), lines, dataset);
  return conditions.length > 0
    ? { code: "label-condition", conditions, regions: listChosenRegions(query) }
    : null;
}

function noteLeftOutForLabel(query: Query, dataset: Dataset): NoteOf<"left-out-for-label"> {
  const cohorts = dataset.cohorts.filter(
    (cohort) =>
      !isCohortKeptByFilter("labelled", cohort, query, dataset) &&
      isCohortKeptByOtherFilters(["labelled"], cohort, query, dataset),
  );
  const regimens = listLabelsOfClasses(query, cohorts, dataset).flatMap((side) =>
    side.regimens.map((regimen) => ({
      ...regimen,
      therapyClass: side.therapyClass,
      trials: cohorts
        .filter((cohort) => isSameRegimen(makeRegimen(cohort), regimen))
        .map(makeNamedTrial),
    })),
  );
  if (regimens.length === 0) return null;
  const counting = formatQuery({ ...query, labelled: "any" }, dataset);
  return { code: "left-out-for-label", regimens, query: counting, lines: query.lines };
}

function noteSoldElsewhere(query: Query, dataset: Dataset): NoteOf<"sold-elsewhere"> {
  const questionRegions = listChosenRegions(query);
  const isOnlyPlace = (cohort: ComputeCohort) =>
    !isCohortKeptByFilter("availability", cohort, query, dataset) &&
    isCohortKeptByOtherFilters(["availability", "labelled"], cohort, query, dataset);
  const cohorts = dataset.cohorts.filter(isOnlyPlace);
  const products = groupBy(cohorts, ({ product }) => product).flatMap((series) => {
    const [{ product, therapyClass }] = series;
    const regions = labelRegions.filter(
      (region) =>
        !questionRegions.includes(region) && isProductApprovedInRegion(product, region, dataset),
    );
    if (regions.length === 0) return [];
    return [
      { product, therapyClass, regions, counts: gatherResponderCounts(series, query, dataset) },
    ];
  });
  return products.length > 0
    ? { code: "sold-elsewhere", products, regions: questionRegions }
    : null;
}

function noteLinesUnknown(
  { lines }: Query,
  included: readonly ComputeCohort[],
): NoteOf<"lines-unknown"> {
  if (!isOneOrTwoLines(lines)) return null;
  const trials = included
    .filter((cohort) => findEnrolledElseAdmittedLineRange(cohort) === null)
    .map(makeNamedTrial);
  return trials.length > 0 ? { code: "lines-unknown", trials, lines } : null;
}

function noteUncountedEarlyTrials(query: Query, dataset: Dataset): NoteOf<"early-after-three"> {
  if (query.lines !== "3+") return null;
  const early = { ...query, ...addDependentChanges(query, { lines: "2" }) };
  const trials = splitIncludedAndExcludedCohorts(early, dataset).included.filter((cohort) => {
    const lines = findEnrolledElseAdmittedLineRange(cohort);
    return lines !== null && isWithinRange(3, lines.range);
  });
  return trials.length > 0
    ? {
        code: "early-after-three",
        trials: trials.map(makeNamedTrial),
        query: formatQuery(early, dataset),
      }
    : null;
}

function noteTrialsAfterTherapyKinds(query: Query, dataset: Dataset): NoteOf<"after-kinds"> {
  const after = divideTrialsByAskedTherapyKinds(query, dataset);
  if (after === null) return null;
  const { kinds, counted, notCounted, unknown } = after;
  if (counted.length + notCounted.length + unknown.length === 0) return null;
  const uncounted = notCounted.map(({ cohort }) => cohort);
  const responders = gatherResponderCounts(uncounted, query, dataset);
  return {
    code: "after-kinds",
    kinds,
    counted: counted.map(({ cohort, printed }) => ({
      ...makeNamedTrial(cohort),
      printed,
      patients: cohort.n,
    })),
    notCounted: notCounted.map(({ cohort, printed }) => {
      const responding = responders.find((trial) => trial.cohort === cohort.id);
      const counts = responding ? { events: responding.events, n: responding.n } : null;
      return { ...makeNamedTrial(cohort), printed, responders: counts };
    }),
    unknown,
  };
}

function isOneOrTwoLines(lines: Lines): boolean {
  return lines === "1" || lines === "2";
}

function makeNamedTrial({ id, label }: ComputeCohort): NamedTrial {
  return { cohort: id, label };
}

/**
 * Returns the responders of each trial that counts them, by the rules of the question; empty if the question is
 * about other outcomes.
 */
function gatherResponderCounts(
  cohorts: readonly ComputeCohort[],
  query: Query,
  dataset: Dataset,
): (NamedTrial & Responders)[] {
  const response = listRequestedOutcomes(query, dataset).find(({ role }) => role === "response");
  const entries = response ? gatherCountsOverAskedPatients(cohorts, response, query).entries : [];
  return entries.map(({ cohort, figure: { events, n } }) => ({
    ...makeNamedTrial(cohort),
    events,
    n,
  }));
}
