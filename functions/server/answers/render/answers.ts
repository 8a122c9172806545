/**
 * Makes every text of a response that answers a question. The answer version is a hash of the bundle of this file and
 * its imports, because they determine the response bytes. So a route that caches an answer under this version must
 * create it with a function of this file.
 */
import { gatherAnalysisCounts } from "#core/answer/analysis-counts.ts";
import type { ModeratorName } from "#core/answer/answer.ts";
import { fitMetaRegression } from "#core/answer/meta-regression.ts";
import { roundNumbersDeep } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import type { PaletteTheme } from "#presentation/svg/palette.ts";
import {
  type Ask,
  addPrecomputedParts,
  answerInFull,
  type Renderer,
  requireClassAnswer,
} from "../compute/full-answer.ts";
import { makeApiComparison, makeApiMetaRegression, makeApiQuery } from "./answer-json.ts";
import { renderComparisonCsv } from "./comparison-csv.ts";
import { renderForestSvg } from "./forest/draw.tsx";
import { renderReproductionScript } from "./reproduce/script.ts";

export {
  renderCopyJson,
  renderOpenedRowJson,
  renderPatientsJson,
  renderScreenJson,
  renderSheetsJson,
} from "./element-json.ts";

/** Returns the JSON of a file of the build, from which everything else is rendered. */
export function renderPrecomputedJson(query: Query, canonical: string): string {
  return JSON.stringify(addPrecomputedParts(answerInFull(query, canonical)));
}

export const renderComparisonJson: Renderer = async (query, canonical, ask) =>
  JSON.stringify(makeApiComparison((await ask(query, canonical)).comparison));

export const renderComparisonTable: Renderer = async (query, canonical, ask) =>
  renderComparisonCsv(makeApiComparison((await ask(query, canonical)).comparison));

export const renderReproduceR: Renderer = async (query, canonical, ask) => {
  const { comparison } = await ask(query, canonical);
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
