/** What the methods say, section by section; every number is read from the rules or counted in the data. */
import { dataset } from "#core/dataset.ts";
import { fewestPatients } from "#core/evidence/survival-months.ts";
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
        "a question about groups: lines, region and label, age, product, kind of evidence. What is typed of one patient stays in the browser; it chooses which question about groups is asked.",
      Method:
        "[a pool for each class](#model) and [stated rules](#numbers); no model that learned from patients",
      Sources:
        "every figure leads to its publication: [all figures](/v1/dataset), [how they were found](#search)",
      Validation:
        "statistics checked against reference values and simulation; pools set beside [published ones](#agreement); never tested on decisions or outcomes of patients",
      Limitations: "[those below](#limits), and the notes on each row",
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
      "The difference is CAR-T minus bispecifics, fitted from both posteriors together and not subtracted: the two rates of a row need not subtract to it.",
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
  numbers: {
    title: "A number",
    items: [
      "Each side pools every eligible count of its class; one trial is its own count with the exact interval. What a number does not hold is named: products, and how many trials print a figure.",
      "No share of patients and no test for heterogeneity decides whether a number exists; trials without a figure change no number.",
      "Two trials show both counts, three or more their range.",
      `A difference is printed if each side has two trials or more, and two products or every product that was selected. For events that accumulate the median follow-up of each side must be known for half of its patients, and the two no more than twofold apart.`,
      "Survival at a month stands by trial and is never pooled over a class. A percentage without a count is shown as printed.",
      "A harm without a figure by the strict definition shows the broader one by product, named.",
    ],
    folds: {
      "Cells that were never infused":
        "CAR-T responses count patients who were infused. Where a trial also says how many had cells collected, the same responders stand over these, too, because who was not infused could not respond to the cells; this is marked as derived, and a printed count comes first.",
    },
  },
  lines: {
    title: "Prior lines and labels",
    says: [
      "For 1 or 2 prior lines trials of the early setting count whose patients had that number: by the range enrolled, else by that admitted; where neither is known they count, and the answer names them. For 3 or more those of the late setting count. Late and mixed trials never count for 1 or 2.",
      "A product counts, with what it was given with, if a label of one region that was asked for holds it after so many lines; in the late setting any later line does. A label without a number that asks for all three classes counts as 3; any other without a number is not known, as is one of low confidence. Products asked for by name, named sets and real-world studies are not asked for a label. What was left out for its label is named.",
      "After a kind of earlier therapy trials count that required therapy directed at BCMA and print patients of that kind. Those that print other kinds only do not; those that print none are named.",
    ],
  },
  overlap: {
    title: "Shared patients",
    says: "No patient counts twice. Of studies that share patients, the set without overlap that has most patients is pooled, and the answer names what gave way. If too many share patients to try every set, the answer says so.",
  },
  doses: {
    title: "Doses and combinations",
    says: "Doses that were not taken forward are left out unless asked for. Products given alone and in combination are pooled apart: one of the two stands for a class in every row, the other beside it.",
  },
  cuts: {
    title: "Data cuts",
    says: "A figure comes from the cut of the primary publication. Where that one is silent the nearest later cut of the same patients stands in, of events that accumulate the earliest; its months are printed.",
  },
  checks: {
    title: "How sure",
    says: "Very low certainty: separate trials are compared, not randomised groups. Six checks are asked of every difference whose interval excludes 0. Each needs two trials a side in what is left, or it cannot be asked; that is no lost finding. A check holds if the interval stays clear of 0 on the same side.",
    terms: {
      Elsewhere: "products of the US, of the EU, approved anywhere; the worst is shown",
      "Without each product in turn": "does not hold if any does not",
      "Recommended doses": "without trials of dose finding",
      Papers: "papers, labels and regulators only",
      "All with cells collected":
        "responses over all who were to be infused: as printed or derived where that is known; else as many are assumed infused as in the trials of the selection that print both, at least two. A scenario, never shown as data.",
      "Equal age":
        "a binomial–normal model with class and median age, one τ², t with k − 3; of trials that print an age, four a class and five events a side, where the ages of the classes overlap",
    },
  },
  survival: {
    title: "Survival",
    says: `Survival is shown trial by trial, never of a class. Medians are those of the newest cut, one line for a set of patients. By month each trial of ${fewestPatients} patients or more has a line: what it printed for that month; else not below what it printed for a later one; else more than 50 of 100 up to the lower limit of its median (a median not reached: up to the follow-up), fewer from the upper limit on, about 50 between. A printed month of an older cut stands in only where the newest has none and does not contradict it. Nothing is read from a curve.`,
  },
  bold: {
    title: "Bold differences",
    says: "A difference is bold if four checks or more could be asked, among them elsewhere, each product and equal age (for response also all collected), and all of them hold. A threat that cannot be tested never frees a row. In November 2026 nothing is bold: the median ages of the classes lie apart, or too few trials print one.",
  },
  agreement: {
    title: "Published pools",
    says: "An opened row has every published pool of its outcome, of the same lines and of products given alone; none stands in place of a number of ours. Published survival at a month contradicts our trials if it lies outside of what they allow together, weighted by their patients: what a trial prints of that month, else at most half from the upper limit of its median on, and at least half up to the lower one. Where the trials of a published meta-analysis are known, its question is asked here with its own trials, rules and model, and nothing is adjusted to agree. Every such number stands beside ours in the [guide for statisticians](/docs/statisticians#published-pools-beside-ours); all that was printed is in [`/v1/published`](/v1/published).",
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
