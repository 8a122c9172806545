/**
 * Stands for every module of `data/generated/`, made of the frozen files by the same code. Versions are
 * fixed words, because they change with any line of code.
 */

import { compareWithPublished } from "#core/answer/published-values.ts";
import { roundDeep } from "#core/answer/round.ts";
import { selectPublishedPools } from "#core/others/published-gate.ts";
import { parsePresets } from "#core/question/read-question.ts";
import { makeAnswerCitation as answerCitationOf } from "#data/build/answer-citation.ts";
import { makeCitationText } from "#data/build/citation-text.ts";
import { makeCollections } from "#data/build/collections.ts";
import { makeComputeSet } from "#data/build/compute-set.ts";
import { makeProductProvenance } from "#data/build/product-facts.ts";
import { makeDetails, makeProvenance } from "#data/build/provenance.ts";
import { makeReviews } from "#data/build/reviews.ts";
import {
  collectFullDoses,
  collectHospitalDays,
  collectMedians,
  collectTimings,
} from "#data/build/times.ts";
import { makeProductNames } from "#data/product-names.ts";
import { collectQuotes } from "#data/quotes.ts";
import { makeRecall } from "#data/recall.ts";
import { parseFiles } from "#data/rules/parse.ts";
import { files } from "./files.ts";

const { "data/own-hosts.json": _, ...inputs } = files;

// Only the shape is checked: the rules of the data hold for the data that readers are shown.
const { evidence, problems } = parseFiles(
  Object.entries(inputs).map(([path, content]) => ({ path, content })),
);
if (problems.length > 0) {
  throw new Error(`test/collection/README.md: ${JSON.stringify(problems.slice(0, 3))}`);
}

export const dataVersion = "DATA";
export const answerVersion = "ANSWER";
export const serverVersion = "SERVER";

const textOf = makeCitationText(evidence.references);
export const collections = makeCollections(evidence, textOf);
export const { subgroups, comparisons, published } = collections;
export const computeSet = makeComputeSet(evidence);
export const details = makeDetails(evidence, textOf);
export const provenance = makeProvenance(details);
export const medians = collectMedians(evidence.cohorts);
export const timings = collectTimings(evidence, textOf);
export const fullDoses = collectFullDoses(evidence.products);
export const hospitalDays = collectHospitalDays(evidence.products);
export const products = makeProductProvenance(evidence.products, evidence.review.dataDate);
export const productNames = makeProductNames(evidence.products);
export const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
export const quotes = collectQuotes(evidence);
export const { documents, searches } = evidence;
export const reviews = makeReviews(evidence, "RULES");
export const { releases } = evidence.changes;
export const recall = makeRecall(evidence.changes);
export const answerCitation = answerCitationOf(dataVersion, evidence.review.dataDate);
const presets = parsePresets(computeSet);
const dataset = { ...computeSet, presets, dataVersion, answerVersion };
const pools = selectPublishedPools(published);
export const publishedPools = roundDeep(pools);
export const publishedValues = roundDeep(compareWithPublished(dataset, pools));
/** Nothing is answered beforehand. */
export const questions: readonly string[] = [];
/** The places of `reproduce.R`, without the code that uses them. */
export const code = ["question", "settings", "trials", "changes", "served"]
  .map((place) => `# {${place}}`)
  .join("\n\n");
