/** Makes the JSON that the element requests: a screen, an opened row, patients, sheets, the text to copy. */
import { makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { listRequestedOutcomes } from "#core/evidence/dataset.ts";
import { selectTimingLines } from "#core/evidence/timing-lines.ts";
import { selectComparisonTables } from "#core/others/adjusted-comparisons.ts";
import { listNotInfusedCountsOfCarTArms } from "#core/others/not-infused.ts";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery, makeDefaultQueryForOutcomes } from "#core/question/query-text.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { productCourses } from "#data/generated/courses.ts";
import { timings } from "#data/generated/timing.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { makeRandomisedTablesOfRow } from "#presentation/row/randomised-table.ts";
import type { DrugEvidence } from "#presentation/views/by-drug.ts";
import {
  makeClipboardFormsOfAnswer,
  makeClipboardFormsOfDrugs,
} from "#presentation/views/copied-table.ts";
import { makeAnswerClipboardText } from "#presentation/views/copied-text.ts";
import {
  describeInfusedShare,
  type LaneEvidence,
  type TreatmentFacts,
} from "#presentation/views/course.ts";
import { makeSentView } from "#presentation/views/format.ts";
import { makeOpenedRow } from "#presentation/views/opened-row.ts";
import { makePatientsView } from "#presentation/views/patient.ts";
import { makeCourseScreen, makeScreen, type Screen } from "#presentation/views/screen.ts";
import { makeQuestionSheet } from "#presentation/views/sheet.ts";
import { makeSurvivalScreen } from "#presentation/views/survival.ts";
import { linkPlaceholder } from "#presentation/words/html.ts";
import {
  type Ask,
  addAnalyses,
  type ClassAnswer,
  type FullAnswer,
  hasResponseRow,
  listRowInfluentialTrials,
  makeClassQueryAboutOutcomes,
  makeCourseQuery,
  type Renderer,
  requireClassAnswer,
} from "../compute/full-answer.ts";
import { gatherProductEvidence, gatherScreenEvidence } from "../compute/screen-evidence.ts";

export interface ClassScreen {
  /**
   * Holds the answer about the classes: to the question itself, or to the same question if that one asks for other
   * groups.
   */
  readonly answer: ClassAnswer;
  readonly view: Screen;
}

export async function gatherScreenAndAnswer(
  query: Query,
  canonical: string,
  ask: Ask,
): Promise<ClassScreen> {
  if (query.view === "course") return gatherCourseScreen(query, ask);
  const full = await askClassAnswer(query, canonical, ask);
  const answer = requireClassAnswer(full);
  const isOfClasses = query.compare === usualDimension;
  const byProduct = isOfClasses ? null : (await ask(query, canonical)).comparison;
  const products = byProduct && {
    answer: byProduct,
    evidence: {
      ...gatherProductEvidence(byProduct),
      harmsOfTarget: await gatherTargetHarmsNotInAnswer(byProduct, ask),
    },
  };
  const view = makeScreen(answer, products, gatherScreenEvidence(answer));
  if (view.kind !== "classes" || !hasResponseRow(answer)) return { answer, view };
  const carT = await gatherLane(full, "car-t", ask);
  return { answer, view: { ...view, toCourse: describeInfusedShare(carT, gatherFacts()) } };
}

/** Returns the course with the outcomes that it has, whatever else is asked. */
async function gatherCourseScreen(query: Query, ask: Ask): Promise<ClassScreen> {
  const { compare, outcome } = defaultQuery;
  const asked = { ...query, compare, outcome };
  const drugs = dataset.products.filter(({ slug }) => query.lanes.includes(slug));
  const askFor = (product: readonly string[], therapyClass = query.therapyClass) =>
    ask({ ...asked, therapyClass, ...(product.length > 0 && { product, target: ["any"] }) });
  const gathered = query.lanes.map(async (lane) => {
    const drug = drugs.find(({ slug }) => slug === lane);
    const group = drug?.therapyClass ?? (lane === "bsab" ? lane : "car-t");
    const full = drug ? await askFor([lane], group) : await askFor([]);
    return { ...(await gatherLane(full, group, ask)), ...(drug && { product: lane }) };
  });
  const lanes = (await Promise.all(gathered)).filter(
    ({ product, group, answer }) => product !== undefined || answer.selection.cohorts[group] > 0,
  );
  const [only, another] = new Set(lanes.map(({ group }) => group));
  const answer = requireClassAnswer(
    await askFor(
      drugs.map(({ slug }) => slug),
      another ? query.therapyClass : only,
    ),
  );
  // Every question that the screen leads to shows the course, too.
  const reset = formatQuery(makeDefaultQueryForOutcomes(asked), dataset);
  const shown = {
    ...{ ...answer, query: asked, canonical: formatQuery(asked, dataset) },
    selection: { ...answer.selection, reset },
  };
  const evidence = gatherScreenEvidence(answer);
  const isRandomised = hasRandomisedTrial(lanes);
  return { answer, view: makeCourseScreen(shown, lanes, gatherFacts(), evidence, isRandomised) };
}

/** Tells whether a randomised trial has an arm of each lane. */
function hasRandomisedTrial(lanes: readonly LaneEvidence[]): boolean {
  return comparisons.some(
    ({ kind, sides }) =>
      kind === "randomised" &&
      lanes.every(({ group, product }) =>
        dataset.cohorts.some(
          (cohort) =>
            cohort.therapyClass === group &&
            (product === undefined || cohort.product === product) &&
            sides.some((side) => side.cohorts.includes(cohort.id)),
        ),
      ),
  );
}

/** Gathers what is known of one lane, from the file of the answer if it came from one. */
async function gatherLane(
  { comparison, course }: FullAnswer,
  group: TherapyClass,
  ask: Ask,
): Promise<LaneEvidence> {
  const ofFile = course && { comparison: course };
  const answer = requireClassAnswer({ comparison });
  const { monthsOf, timesOfHarm } = gatherScreenEvidence(answer);
  return {
    ...{ group, answer, trials: monthsOf("pfs").trials },
    further: requireClassAnswer(ofFile ?? (await ask(makeCourseQuery(comparison.query)))),
    onsets: timesOfHarm("crs").filter(({ therapyClass }) => therapyClass === group),
  };
}

const gatherFacts = (): TreatmentFacts => ({
  timing: selectTimingLines(dataset, timings, { row: null }),
  notInfused: listNotInfusedCountsOfCarTArms(comparisons, dataset.cohorts),
  courses: productCourses,
});

/**
 * Returns the harms that follow from the targets of the drugs on screen. The short set of outcomes lacks them, but
 * drugs differ in them.
 */
async function gatherTargetHarmsNotInAnswer(
  { query, outcomes }: FullAnswer["comparison"],
  ask: Ask,
): Promise<DrugEvidence["harmsOfTarget"]> {
  const harms = listRequestedOutcomes({ ...query, outcome: ["toxicity"] }, dataset).filter(
    ({ id, targets }) => targets !== undefined && outcomes.every(({ outcome }) => outcome !== id),
  );
  if (harms.length === 0) return [];
  const { comparison } = await ask({ ...query, outcome: harms.map(({ id }) => id) });
  const rowOf = (id: string) => comparison.outcomes.find(({ outcome }) => outcome === id);
  return harms
    .filter(({ partOf }) => partOf === null)
    .flatMap(({ id }) => {
      const row = rowOf(id);
      const severe = harms.find((harm) => harm.partOf === id && harm.severe !== undefined);
      return row ? [{ row, severe: (severe && rowOf(severe.id)) ?? null }] : [];
    });
}

/** Returns the answer about the two classes, from the same trials if the question asks for products side by side. */
function askClassAnswer(query: Query, canonical: string, ask: Ask): Promise<FullAnswer> {
  return query.compare === usualDimension
    ? ask(query, canonical)
    : ask({ ...query, compare: usualDimension });
}

export const renderScreenJson: Renderer = async (...question) =>
  formatSentView((await gatherScreenAndAnswer(...question)).view);

/**
 * Returns an opened row of the answer. If the question does not include the outcome, it returns the row of the same
 * question about that outcome.
 */
export async function renderOpenedRowJson(
  query: Query,
  outcome: Outcome,
  canonical: string,
  ask: Ask,
): Promise<string> {
  const whole = await askClassAnswer(query, canonical, ask);
  const hasRow = whole.comparison.outcomes.some((candidate) => candidate.outcome === outcome.id);
  const answer = hasRow
    ? whole
    : await ask({ ...query, compare: usualDimension, outcome: [outcome.id] });
  const comparison = addAnalyses(requireClassAnswer(answer), outcome.id);
  const row = comparison.outcomes.find((candidate) => candidate.outcome === outcome.id);
  if (!row) throw new Error(`no row for ${outcome.id}`);
  const isResponse = row.role === "response";
  const compared = selectComparisonTables(comparisons, { row: outcome.id });
  const place = { permalink: linkPlaceholder, outcome: row.outcome };
  const copied = makeAnswerClipboardText(comparison, place);
  const parts = {
    deeper: isResponse
      ? requireClassAnswer(await ask(makeClassQueryAboutOutcomes(query, isResponseDepthOutcome)))
      : null,
    influentialTrials: listRowInfluentialTrials(comparison, outcome),
    timing: selectTimingLines(dataset, timings, { row: outcome.id }),
    notInfused: listNotInfusedCountsOfCarTArms(comparisons, dataset.cohorts),
    compared,
    randomised: makeRandomisedTablesOfRow(
      gatherScreenEvidence(comparison).armsOf(outcome.id),
      comparison.randomised,
    ),
    copied,
  };
  return JSON.stringify(makeSentView(makeOpenedRow(row, comparison, parts)), roundOpenedRowNumber);
}

/** Tells whether an outcome says how deep responses were: no summary has it, and both classes can have it. */
function isResponseDepthOutcome({ group, summary, appliesTo }: Outcome): boolean {
  return group === "efficacy" && summary === null && appliesTo.length > 1;
}

/**
 * Rounds a number of an opened row (a replacer of `JSON.stringify`): for positions on a screen, months and patients five
 * digits are enough.
 */
function roundOpenedRowNumber(_name: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

/** Returns the subgroups and ages for the patients of a question; the outcomes on screen do not change them. */
export const renderPatientsJson: Renderer = async (query, _canonical, ask) => {
  const { compare, outcome } = defaultQuery;
  const answer = requireClassAnswer(await ask({ ...query, compare, outcome }));
  const tables = makeSubgroupTables(subgroups);
  return formatSentView(makePatientsView(answer, dataset, tables));
};

export const renderClipboardFormsJson: Renderer = async (query, canonical, ask) => {
  if (query.compare === usualDimension || query.view === "course") {
    const answer = requireClassAnswer(await askClassAnswer(query, canonical, ask));
    const screen = makeSurvivalScreen(answer, gatherScreenEvidence(answer));
    const survival = screen && {
      lead: screen.lead,
      shown: screen.survival.shown,
      rows: screen.rows,
    };
    return formatSentView(makeClipboardFormsOfAnswer(answer, survival));
  }
  const { answer, view } = await gatherScreenAndAnswer(query, canonical, ask);
  if (view.kind !== "products") throw new Error(`no screen of groups of ${query.compare}`);
  return formatSentView(makeClipboardFormsOfDrugs(view, answer));
};

export function renderFilterSheetsJson(query: Query, canonical: string): string {
  const offered = makeQuestionChoices(query, dataset, canonical);
  return formatSentView(makeQuestionSheet(offered));
}

function formatSentView(view: object): string {
  return JSON.stringify(makeSentView(view));
}
