/**
 * Stands for every module of `data/generated/`, made of the frozen files by the same code. Versions are
 * fixed words, because they change with any line of code.
 */

import { listComparisonsWithPublished } from "#core/answer/compare-with-published.ts";
import { roundNumbersDeep } from "#core/answer/round.ts";
import { selectComparablePublishedPools } from "#core/others/published-gate.ts";
import { parsePresetQuestionsOrThrow } from "#core/question/parse-query.ts";
import {
  makeAnswerCitation as answerCitationOf,
  makeCitationFormatter,
} from "#data/build/citation-text.ts";
import { makeStudyCollections } from "#data/build/collections.ts";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import {
  makeDetailsByCohort,
  makeProductFactsBySlug,
  reduceDetailsToCitedFields,
} from "#data/build/provenance.ts";
import {
  collectMediansByCohort,
  collectProductCourses,
  collectTimingsByCohort,
} from "#data/build/times.ts";
import { makeShortNamesUnlikeSlug } from "#data/product-names.ts";
import { collectQuotesByFigure } from "#data/quotes.ts";
import { makeDataRecall } from "#data/recall.ts";
import { parseDataFiles } from "#data/rules/parse.ts";
import { files } from "./files.ts";

const { "data/own-hosts.json": _, ...inputs } = files;

// Only the shape is checked: the rules of the data hold for the data that readers are shown.
const { evidence, problems } = parseDataFiles(
  Object.entries(inputs).map(([path, content]) => ({ path, content })),
);
if (problems.length > 0) {
  throw new Error(`test/collection/README.md: ${JSON.stringify(problems.slice(0, 3))}`);
}

export const dataVersion = "DATA";
export const answerVersion = "ANSWER";
export const serverVersion = "SERVER";

const textOf = makeCitationFormatter(evidence.references);
export const collections = makeStudyCollections(evidence, textOf);
export const { subgroups, comparisons, published } = collections;
export const computeSet = makeDataForAnswers(evidence);
export const details = makeDetailsByCohort(evidence, textOf);
export const provenance = reduceDetailsToCitedFields(details);
export const medians = collectMediansByCohort(evidence.cohorts);
export const timings = collectTimingsByCohort(evidence, textOf);
export const productCourses = collectProductCourses(evidence.products);
export const products = makeProductFactsBySlug(evidence.products, evidence.review.dataDate);
export const productNames = makeShortNamesUnlikeSlug(evidence.products);
export const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
export const quotes = collectQuotesByFigure(evidence);
export const { documents, searches } = evidence;
export const { releases } = evidence.changes;
export const recall = makeDataRecall(evidence.changes);
export const answerCitation = answerCitationOf(dataVersion, evidence.review.dataDate);
const presets = parsePresetQuestionsOrThrow(computeSet);
const dataset = { ...computeSet, presets, dataVersion, answerVersion };
const pools = selectComparablePublishedPools(published);
export const publishedPools = roundNumbersDeep(pools);
export const publishedValues = roundNumbersDeep(listComparisonsWithPublished(dataset, pools));
/** Nothing is answered beforehand. */
export const questions: readonly string[] = [];
/** The places of `reproduce.R`, without the code that uses them. */
export const code = ["question", "settings", "trials", "changes", "served"]
  .map((place) => `# {${place}}`)
  .join("\n\n");
