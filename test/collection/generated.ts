/**
 * Stands for every module of `data/generated/`, made of the frozen files by the same code. Versions are
 * fixed words, because they change with any line of code.
 */

import { compareWithPublished } from "#core/answer/published-values.ts";
import { roundDeep } from "#core/answer/round.ts";
import { gatedPools } from "#core/others/published-gate.ts";
import { parsePresets } from "#core/question/read-question.ts";
import { answerCitation as answerCitationOf } from "#data/build/answer-citation.ts";
import { citationTexts } from "#data/build/citation-text.ts";
import { collectionsOf } from "#data/build/collections.ts";
import { computeSetOf } from "#data/build/compute-set.ts";
import { productProvenance } from "#data/build/product-facts.ts";
import { detailsOf, provenanceOf } from "#data/build/provenance.ts";
import { reviewsOf } from "#data/build/reviews.ts";
import { fullDosesOf, hospitalDaysOf, mediansOf, timingsOf } from "#data/build/times.ts";
import { productNamesOf } from "#data/product-names.ts";
import { quotesOf } from "#data/quotes.ts";
import { recallOf } from "#data/recall.ts";
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

const textOf = citationTexts(evidence.references);
export const collections = collectionsOf(evidence, textOf);
export const { subgroups, comparisons, published } = collections;
export const computeSet = computeSetOf(evidence);
export const details = detailsOf(evidence, textOf);
export const provenance = provenanceOf(details);
export const medians = mediansOf(evidence.cohorts);
export const timings = timingsOf(evidence, textOf);
export const fullDoses = fullDosesOf(evidence.products);
export const hospitalDays = hospitalDaysOf(evidence.products);
export const products = productProvenance(evidence.products, evidence.review.dataDate);
export const productNames = productNamesOf(evidence.products);
export const recordOutcomes = evidence.outcomes.filter(({ recordOnly }) => recordOnly);
export const quotes = quotesOf(evidence);
export const { documents, searches } = evidence;
export const reviews = reviewsOf(evidence, "RULES");
export const { releases } = evidence.changes;
export const recall = recallOf(evidence.changes);
export const answerCitation = answerCitationOf(dataVersion, evidence.review.dataDate);
const presets = parsePresets(computeSet);
const dataset = { ...computeSet, presets, dataVersion, answerVersion };
const pools = gatedPools(published);
export const publishedPools = roundDeep(pools);
export const publishedValues = roundDeep(compareWithPublished(dataset, pools));
/** Nothing is answered beforehand. */
export const questions: readonly string[] = [];
/** The places of `reproduce.R`, without the code that uses them. */
export const code = ["question", "settings", "trials", "changes", "served"]
  .map((place) => `# {${place}}`)
  .join("\n\n");
