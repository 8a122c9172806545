/**
 * Makes every text of a response that answers a question. The answer version is a hash of the bundle of this file and
 * its imports, because they determine the response bytes. So a route that caches an answer under this version must
 * create it with a function of this file.
 */
import { gatherAnalysisCounts } from "#core/answer/analysis-counts.ts";
import type {
  Answer,
  ApiComparison,
  ApiMetaRegression,
  ApiPool,
  ApiRow,
  LabelPool,
  MedianNotReached,
  MetaRegression,
  ModeratorName,
  MonthOfTrial,
  Pool,
  ProductPool,
  Row,
  Study,
  StudyResult,
} from "#core/answer/answer.ts";
import { fitMetaRegression } from "#core/answer/meta-regression.ts";
import { reviewAnswer } from "#core/answer/review.ts";
import { roundNumbersDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { splitSeriesIntoProductSlugs } from "#core/evidence/grouping.ts";
import { canModelUseIntervalMethod } from "#core/question/parameter-values.ts";
import type { Query, StatedQuery } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import type { Population } from "#data/vocabulary.ts";
import { listPercentagesWithoutCount } from "#presentation/row/figures.ts";
import {
  describeApheresedCount,
  makeApheresedRateTexts,
} from "#presentation/row/intention-to-treat.ts";
import { describeRowDetail } from "#presentation/row/names.ts";
import { listNotes } from "#presentation/row/notes.ts";
import { describePercentWithoutCount } from "#presentation/row/products.ts";
import type { PaletteTheme } from "#presentation/svg/palette.ts";
import { describeFullReview } from "#presentation/views/answer-texts.ts";
import { describeDoubtOfAnswer } from "#presentation/views/doubt-box.ts";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { exclusions, refusals } from "#presentation/words/exclusions.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import { formatRate, formatRateIntervalInBrackets } from "#presentation/words/rates.ts";
import { regressionRemarks } from "#presentation/words/regression-remarks.ts";
import { describeFollowUpOfCut } from "#presentation/words/sentences.ts";
import {
  type Ask,
  addAnalyses,
  addPartsStoredInAnswerFile,
  answerInFull,
  isClassAnswer,
  type Renderer,
  requireClassAnswer,
} from "../compute/full-answer.ts";
import { renderComparisonCsv } from "./csv.ts";
import { renderForestSvg } from "./forest/draw.tsx";
import { renderReproductionScript } from "./reproduce/script.ts";

export {
  renderClipboardFormsJson,
  renderFilterSheetsJson,
  renderOpenedRowJson,
  renderPatientsJson,
  renderScreenJson,
} from "./element-json.ts";

/** Returns the JSON of a file of the build, from which everything else is rendered. */
export function renderPrecomputedJson(query: Query, canonical: string): string {
  return JSON.stringify(addPartsStoredInAnswerFile(answerInFull(query, canonical)));
}

export const renderComparisonJson: Renderer = async (query, canonical, ask) =>
  JSON.stringify(makeApiComparison(addAnalyses((await ask(query, canonical)).comparison)));

export const renderComparisonCsvForQuestion: Renderer = async (query, canonical, ask) =>
  renderComparisonCsv(makeApiComparison((await ask(query, canonical)).comparison));

export const renderRScriptForQuestion: Renderer = async (query, canonical, ask) => {
  const comparison = addAnalyses((await ask(query, canonical)).comparison);
  return renderReproductionScript(
    makeApiComparison(comparison),
    gatherAnalysisCounts(comparison, dataset),
  );
};

export async function renderForestPicture(
  query: Query,
  { id }: Outcome,
  theme: PaletteTheme,
  canonical: string,
  ask: Ask,
): Promise<string> {
  const answer = requireClassAnswer(await ask(query, canonical));
  const row = answer.outcomes.find(({ outcome }) => outcome === id);
  if (!row) throw new Error(`no row for ${id}`);
  return renderForestSvg(row, answer, theme);
}

export function renderMetaRegressionJson(
  query: Query,
  canonical: string,
  outcome: Outcome,
  moderator: ModeratorName,
): string {
  const regression = fitMetaRegression(query, outcome, moderator, dataset);
  return renderJsonWithVersions(query, canonical, makeApiMetaRegression(regression));
}

function renderJsonWithVersions(query: Query, canonical: string, answer: object): string {
  const { answerVersion, dataVersion } = dataset;
  return JSON.stringify(
    roundNumbersDeep({
      answerVersion,
      dataVersion,
      query: makeApiQuery(query),
      canonical,
      ...answer,
    }),
  );
}

// Makes the JSON of an answer for `/v1/comparison`: the codes of the core with their words.

type ApiCollected = NonNullable<ApiPool["intentionToTreat"]>["collected"];

export function makeApiComparison(answer: Answer<string>): ApiComparison {
  // The order of the fields is part of the API: `groupNames` comes directly after `groups`.
  const { answerVersion, dataVersion, dataDate, query, canonical, href, set, groups, ...parts } =
    answer;
  const { selection } = parts;
  return {
    answerVersion,
    dataVersion,
    dataDate,
    query: makeApiQuery(query),
    canonical,
    href,
    set,
    groups,
    groupNames: Object.fromEntries(
      groups.map((group) => [group, makeShortAndLongGroupName(group, query.compare).short]),
    ),
    ...parts,
    certainty: isClassAnswer(answer) ? describeDoubtOfAnswer(answer) : null,
    review: makeApiReview(answer),
    outcomes: parts.outcomes.map((row) => makeApiRow(row, answer)),
    notes: listNotes(answer, answer),
    selection: {
      ...selection,
      excluded: selection.excluded.map((cohort) => ({
        ...cohort,
        reason: describeCodedReason(cohort.reason, exclusions),
      })),
    },
  };
}

function makeApiReview(answer: Answer<string>): ApiComparison["review"] {
  const { status, units, checked, changed } = reviewAnswer(answer, dataset);
  return { status, statement: describeFullReview(answer), trials: units, checked, changed };
}

/** Returns the question for the API, which names no interval that the model does not have. */
function makeApiQuery({ view, lanes, ...query }: Query): StatedQuery {
  return { ...query, interval: canModelUseIntervalMethod(query) ? query.interval : null };
}

function makeApiRow(row: Row<string>, answer: Answer<string>): ApiRow {
  // `/v1/outcomes` states when a harm occurs, and of what an outcome is a part.
  const { harmGroup, partOf, ...answered } = row;
  const { grades, phrase } = row;
  return {
    ...answered,
    detail: describeRowDetail(row, answer),
    grades: grades && { ...grades, fatal: grades.fatal && makeApiPoolPart(grades.fatal) },
    pools: Object.fromEntries(
      Object.entries(row.pools).map(([group, pool]) => [
        group,
        makeApiPool(pool, phrase, answer.query),
      ]),
    ),
    notes: listNotes(row, answer),
  };
}

function makeApiPool(pool: Pool, phrase: string, query: Query): ApiPool {
  const { otherRegimen, intentionToTreat, narrower, labelPools, smallTrials } = pool;
  const { notReached, months } = pool;
  const alone: readonly { readonly cohort: string }[] = listPercentagesWithoutCount(pool);
  return {
    ...pool,
    products: pool.products.map((productPool) => {
      const studies = pool.studies.filter(({ product }) => product === productPool.product);
      return { ...productPool, displayText: describeProductPool(productPool, studies) };
    }),
    studies: pool.studies.map(makeApiStudy),
    ...(smallTrials && { smallTrials: smallTrials.map(makeApiStudy) }),
    broader: pool.broader.map(makeApiStudy),
    ...(narrower && { narrower: narrower.map(makeApiPoolPart) }),
    ...(labelPools && { labelPools: labelPools.map(makeApiLabelPool) }),
    otherRegimen: otherRegimen && makeApiPoolPart(otherRegimen),
    medians: pool.medians.map(makeApiMedian),
    ...(notReached && { notReached: notReached.map(makeApiMedian) }),
    ...(months && { months: months.map(makeApiSurvivalMonth) }),
    notPooled: pool.notPooled.map((entry) => {
      const { cohort, label, product, reason, percentage, ...figure } = entry;
      const { percentPrinted } = figure;
      const isShown = alone.includes(entry) && percentPrinted !== null;
      return {
        ...{
          cohort,
          label,
          product,
          code: reason.code,
          reason: describeCodedReason(reason, refusals),
        },
        displayText: isShown ? describePercentWithoutCount(percentPrinted, figure.n) : null,
        ...figure,
      };
    }),
    intentionToTreat: intentionToTreat && {
      ...makeApiPoolPart(intentionToTreat),
      collected: makeApiApheresedRates(pool, phrase, query),
    },
  };
}

/**
 * Returns text such as "104 of 165 (63 of 100, 55–70)"; for several trials "195 of 228: 19 of 20, 176 of 208 (86 of
 * 100, 62–97)"; for survival "60 of 100 (50–70)", each trial by itself.
 *
 * @param studies The studies of the product.
 */
function describeProductPool(
  { product, events, n, estimate, interval, smallTrials = [] }: ProductPool,
  studies: readonly Study[],
): string {
  const counted = studies.filter(({ cohort }) => !smallTrials.includes(cohort));
  const small = studies.filter(({ cohort }) => smallTrials.includes(cohort));
  const trials = counted.map(describeStudyFigure).join(", ");
  const more = small.length > 0 ? `; ${small.map(describeStudyFigure).join(", ")} more` : "";
  const untold = splitSeriesIntoProductSlugs(product).length > 1 ? " (not told apart)" : "";
  if (events === null || estimate === null || interval === null) return trials + more + untold;
  const modelled = `(${formatRate(estimate)} of 100, ${formatRateIntervalInBrackets(interval).slice(1)}`;
  const total = counted.length === 1 ? "" : `${events} of ${n}: `;
  return `${total}${trials} ${modelled}${more}${untold}`;
}

/** Names populations that are not all treated patients, because their counts must be compared with others with care. */
const ofWhom: Partial<Record<Population, string>> = {
  "efficacy-evaluable": " evaluable",
  randomised: " randomised",
};

/**
 * Returns text such as "5 of 97", or for survival "79 of 100 (69–86)", with the follow-up of a data cut that replaces
 * the primary one.
 */
function describeStudyFigure(study: Study): string {
  const { events, n, estimate, interval, cut, followUpMonths, isPool, population } = study;
  const count =
    events === null
      ? `${formatRate(estimate)} of 100 ${formatRateIntervalInBrackets(interval)}`
      : `${events} of ${n}${ofWhom[population] ?? ""}`;
  const months = cut !== "primary" ? describeFollowUpOfCut(followUpMonths) : "";
  return `${count}${isPool ? " in a pool of trials" : ""}${months}`;
}

function makeApiApheresedRates(pool: Pool, phrase: string, query: Query): ApiCollected {
  const coded = pool.intentionToTreat?.collected;
  if (!coded) return null;
  const { text, basis } = makeApheresedRateTexts(pool, coded, phrase, query);
  return {
    ...coded,
    text: `${text} ${basis}`,
    cohorts: coded.cohorts.map((collected) => {
      const { printed, ...cohort } = collected;
      return { ...cohort, text: describeApheresedCount(collected) };
    }),
  };
}

function makeApiPoolPart<Part extends { readonly studies: readonly Study[] }>(part: Part) {
  return { ...part, studies: part.studies.map(makeApiStudy) };
}

/** Returns a figure for the API, without the fields that only the words need. */
function makeApiStudy({ printed, isPool, ...figure }: Study): StudyResult {
  return figure;
}

/** Returns a figure of a label for the API, without the fields that only the words need. */
function makeApiLabelPool({ printed, trial, ...figure }: LabelPool) {
  return figure;
}

/** Returns a median for the API, without the fields that only the list of evidence needs. */
function makeApiMedian<M extends MedianNotReached>({
  trial,
  population,
  cut,
  ...median
}: M): Omit<M, "trial" | "population" | "cut"> {
  return median;
}

function makeApiSurvivalMonth({ n, population, cut, followUpMonths, ...month }: MonthOfTrial) {
  return month;
}

function makeApiMetaRegression({ status, remarks, ...numbers }: MetaRegression): ApiMetaRegression {
  const texts = remarks.map((remark) => describeCodedReason(remark, regressionRemarks));
  return { status, remark: texts.join(" ") || null, ...numbers };
}
