/** What the methods say, section by section; every number is read from the rules or counted in the data. */
import { dataset } from "#core/dataset.ts";
import { contrastedWithin, pooledWithin } from "#core/evidence/cuts.ts";
import { DEFAULT_LANDMARK_PRIOR, DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { releases } from "#data/generated/changes.ts";
import { search } from "#data/generated/search.ts";
import { tierWords } from "#presentation/report/references.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import type { Counts } from "./counts.ts";

/** The page is in English only. */
const { dateWords } = catalogue.record;

type Paragraphs = string | readonly string[];

/** Texts may have `code` and [links](/methods). */
export interface Section {
  title: string;
  says?: Paragraphs;
  terms?: Readonly<Record<string, string>>;
  items?: readonly string[];
  /** What few readers need, by its name. */
  folds?: Readonly<Record<string, Paragraphs>>;
}

const { mu, tau } = DEFAULT_PRIOR;
const { review, dataVersion } = dataset;

/** By the id that other pages link to. */
export const sectionsOf = (counts: Counts): Readonly<Record<string, Section>> => ({
  "intended-use": {
    title: "Intended use",
    says: "FDA’s guidance on clinical decision support (criterion 4) asks that a reader can judge the basis of what is shown. This is the basis:",
    terms: {
      User: "health-care professionals who treat multiple myeloma",
      Use: "reading published results of groups of patients beside one’s own judgement; not for urgent decisions, and not as the only basis of any",
      Input:
        "a question about groups: setting, lines, age, product, kind of evidence. What is typed of one patient stays in the browser; it chooses which question about groups is asked.",
      Method:
        "[a pool for each class](#model) and [stated rules](#certainty); no model that learned from patients",
      Sources:
        "every figure leads to its publication: [all figures](/v1/dataset), [how they were found](#search)",
      Validation:
        "statistics checked against reference values and simulation; pools set beside [published ones](#agreement); never tested on decisions or outcomes of patients",
      Limitations: "[those below](#limits), and the cautions on each row",
    },
  },
  evidence: {
    title: "Evidence",
    says: `Data version of ${dateWords(review.dataDate)}, as of which approvals count; the last search that was noted ended on ${dateWords(search.collections.at(-1)?.to ?? review.dataDate)}, and data were last released on ${dateWords(releases[0]?.date ?? review.dataDate)}. What can be counted is counted here; studies may be missing, because [the search](#search) was not systematic.`,
    terms: {
      Studies: `${counts.cohorts} groups of patients: ${counts.trials} of trials, ${counts.realWorld} from practice`,
      Figures: `${counts.figures} of outcomes, ${counts.landmarks} of survival at a month, ${counts.medians} medians`,
      ...Object.fromEntries(
        [...counts.sources].map(([tier, count]) => [
          `Sources, tier ${tier} of 4`,
          `${count}: ${tierWords(tier, catalogue)}`,
        ]),
      ),
      "Beside the pools": `${counts.subgroupStudies} studies with subgroups, ${counts.comparisons} comparisons by others, ${counts.published} meta-analyses`,
      Products: `${counts.products}`,
    },
  },
  search: { title: "Search" },
  model: {
    title: "Model",
    says: [
      `Each class is pooled by itself, from events and patients of each trial. The model is Bayesian, binomial–normal, with the exact likelihood of the counts. Priors: the mean is normal around ${mu.mean} with standard deviation ${mu.sd} on the logit scale; the spread between trials (τ) is half-normal with scale ${tau.scale}. For survival at a month the scale is the log cumulative hazard, and that of the spread ${DEFAULT_LANDMARK_PRIOR.tau.scale}.`,
      "The difference is CAR-T minus bispecifics: of the two numbers shown, so that a row subtracts. Its interval comes from both posteriors together.",
      "`model=` of [the API](/docs/integrators) asks for the other models. [An R script](/v1/reproduce.R) fits the numbers of an answer again.",
    ],
    folds: {
      "Why not the usual Wald interval":
        "Wald intervals take the logit of a rate as normal. With few patients, and with rates near none or all, that fails: a trial without an event has no logit, and adding a half to it moves the result. With few trials the spread is taken as known, and intervals come out too narrow. Exact likelihood needs no correction and carries the doubt about the spread.",
    },
  },
  "typical-trial": {
    title: "A typical trial",
    says: "A pooled number is the rate of a typical trial: the middle of the trials, each allowed a rate of its own. It is not the share of all patients added up, and no prediction for one patient. A new trial may lie outside the interval, because trials differ.",
    folds: {
      "Trials of one product": [
        "Trials of one product resemble each other more than trials of different products. The model of the answers takes every trial as independent, so its interval is one of the products in the answer; for CAR-T or bispecifics in general, with products that are not in it, it is too narrow.",
        "In simulated trials with two to four products a class, the 95 % interval covers the true difference of the products in the answer in 97 to 100 of 100 data sets, and that of typical products, others included, in 77 to 96. With one trial a product, the spread of trials and that of products cannot be told apart.",
      ],
    },
  },
  "single-trials": {
    title: "Single trials and products",
    says: "A product is shown as it was counted, not as a pool: one trial with its exact interval, several as their sum with each trial beside it. Where these differ by more than chance (Cochran’s Q, p below 0.1) the sum has no interval, because it would be that of one rate.",
    folds: {
      "Differences of single products":
        "By the default model a class that rests on one product is that product: its name, its counts, and the difference between the numbers shown, by Newcombe’s method of two counts or from the two intervals (MOVER) where the other class has several products. Such a difference is observed in these trials. It says nothing about other products or trials, is never bold and has no checks. Where the trials of the product differ, there is no difference, unless by name: products with two trials and 100 patients or more each that counted the same stand against each other in the opened row. Products are never ranked.",
      "Cells that were never infused":
        "CAR-T responses count patients who were infused. Where a trial also says how many had cells collected, the same responders stand over these, too, because who was not infused could not respond to the cells; this is marked as derived, and a printed count comes first. As one of the checks these counts replace the others.",
    },
  },
  representativeness: {
    title: "What stands for a class",
    says: "A row may hold few of the patients of a class, because the others did not report it. A class that is mostly missing has no number and is not compared: its products are named with their counts. The limits are in [the table](#certainty). Where the question of a published analysis is repeated, the class is that of its own studies.",
  },
  overlap: {
    title: "Shared patients",
    says: "No patient counts twice. Of studies that share patients, the set without overlap that has most patients is pooled, and the answer names what gave way. If too many share patients to try every set, the answer says so.",
  },
  doses: {
    title: "Doses and combinations",
    says: "Doses that were not taken forward are left out unless asked for. Products given alone and in combination are pooled apart: one of the two stands for a class in every row, the other beside it. A combination against monotherapy lowers the certainty.",
  },
  cuts: {
    title: "Data cuts",
    says: [
      `A figure comes from the cut of the primary publication. Where that one is silent another cut stands in, of events that accumulate the earliest, and its follow-up is printed. Such a cut is pooled only with trials whose follow-ups differ less than ${pooledWithin} times. Outcomes of which one is part of another come from one cut where a trial has them all.`,
      `Events that accumulate are compared only if the median follow-ups of the classes are known and differ less than ${contrastedWithin} times; otherwise each product stands with its own count. A percentage without a count is shown as printed and never pooled.`,
    ],
  },
  bold: {
    title: "Bold differences",
    says: "A difference is bold only if it is the same in every check: its interval excludes 0 in the question itself, among products approved in the US, in the EU, without dose escalation, without each product and each trial, and by other rules, priors and models. No check can tell age and class apart: where every median age of one class is below those of the other, as in the default question, nothing is bold. Otherwise the row names the weightiest check that it depends on, or its interval holds 0 and it may go either way. Bold is no proof: many rows are looked at together.",
  },
  certainty: {
    title: "Certainty",
    says: "Separate trials are compared, so certainty is low at best. Any line of this table makes it very low or takes the difference away. The rules replace no panel.",
  },
  agreement: {
    title: "Published pools",
    says: "Where the trials of a published meta-analysis are known, its question is asked here with its own trials, rules and model, and nothing is adjusted to agree. Every such number stands beside ours in the [guide for statisticians](/docs/statisticians#published-pools-beside-ours); all that was printed is in [`/v1/published`](/v1/published).",
  },
  limits: {
    title: "Limits",
    items: [
      "Almost all trials have one arm. Their patients differ, and nothing adjusts for that.",
      "CAR-T figures mostly count infused patients, not those who never got their cells.",
      "Follow-up, scales of grades and earlier therapy differ between trials.",
      "Some figures come from abstracts, company pages or news. Their rank stands beside them.",
      "What is not reported is not known to be absent. Nothing is imputed.",
      "Search and reading of sources were not done twice by independent people.",
    ],
  },
  review: {
    title: "Review",
    says: review.statement,
    items: review.checks.map(
      ({ what, against, when, role }) =>
        `${what}. Against: ${against}. By: ${role}, ${dateWords(when)}.`,
    ),
  },
  not: {
    title: "What it does not do",
    says: "It gives no advice and recommends no therapy. It keeps no patient data and predicts for no one patient. It ranks no products and knows no costs.",
  },
  changes: {
    title: "Changes",
    says: `[What each release of the data changed](/changes). Data version ${dataVersion}.`,
  },
});
