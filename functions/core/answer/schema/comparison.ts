/**
 * Defines the schema of an answer in words: what `/v1/comparison` returns. Types, JSON Schema and documentation
 * follow from it; no answer is parsed with it.
 */
import * as v from "valibot";
import { reviewStatuses } from "#data/review-parts.ts";
import {
  bothClasses,
  described,
  listOf,
  namedObject,
  oneOf,
  oneOfCodes,
  orNull,
} from "#data/schema/description.ts";
import { outcomeSchema } from "#data/schema.ts";
import {
  analysisNames,
  analysisObstacles,
  analysisStatuses,
  contrastStatuses,
  rowStatusCodes,
} from "../difference-codes.ts";
import { noteCodes } from "../note-codes.ts";
import { noteMeanings } from "./code-meanings.ts";
import {
  answerStamp,
  dataStamp,
  fields,
  intervalSchema,
  namedClassFields,
  namedProductFields,
  therapyClassSchema,
} from "./parts.ts";
import { poolSchema, studyResultSchema } from "./pool.ts";
import { headToHeadSchema, publishedRatesSchema } from "./published-rates.ts";
import { randomisedSchema } from "./randomised.ts";

const differenceFields = {
  differencePer100: orNull(v.number(), "Difference then, per 100 patients."),
  differenceInterval: orNull(
    intervalSchema,
    "95 % interval of it; `null` also where it and the interval of the odds ratio disagree.",
  ),
};

/** Names an analysis and which of its runs is shown. */
const namedAnalysisFields = {
  analysis: oneOf(
    analysisNames,
    "`trial`: without each trial in turn; `product`: without each product in turn, where that is another refit than without a trial; `product-once`: the trials of each product summed to one; `apheresed`: responses over all who were apheresed; `place`: only products of the US, of the EU, or approved anywhere; `dose`: recommended doses only; `papers`: papers, labels and regulators only; `model`: binomial–normal with maximum likelihood (`glmm`), or where that was asked for the default model (`bayes`), from three trials a side; `equal-age`: at one median age of the trials.",
  ),
  variant: orNull(
    v.string(),
    "Which of several is shown: of those that take the difference to 0 the one that leaves the smallest, else the one nearest to 0 (where 0 lies within, nearest to leaving it): the label of a trial, a product, a region, `approved`; of `model` its name, of `equal-age` the age.",
  ),
};

const analysisSchema = namedObject("Analysis", {
  ...namedAnalysisFields,
  status: oneOf(
    analysisStatuses,
    "`made`; `scenario`: made, but known for fewer than half of the patients of the side, so that it changes nothing that is said; `same`: the same figures are pooled; `cannot-be-made`: `obstacle` says why.",
  ),
  ...differenceFields,
  made: orNull(
    v.number(),
    "Of several (trials, products, places) how many could be made; of `apheresed` the trials of which it is known; of `equal-age` those that print a median age.",
  ),
  total: orNull(
    v.number(),
    "The number of which `made` is a part; `null` of `place`, which tries only places whose trials differ from those of the question.",
  ),
  changing: orNull(
    v.number(),
    "In how many of those made the interval reaches 0, or changes sides; where 0 lies within, in how many it does not (by the interval of the odds ratio where the difference has none).",
  ),
  omissions: orNull(
    v.array(
      v.strictObject({
        trial: described(v.string(), "Label of the trial left out."),
        ...differenceFields,
      }),
    ),
    "Of `trial`: the difference without each trial by itself, of those that leave one, in the order of their labels.",
  ),
  assumedPer100: orNull(
    v.number(),
    "Of `apheresed`: so many of 100 are assumed to be infused in the trials of which it is not known.",
  ),
  obstacle: orNull(
    v.picklist(analysisObstacles),
    "Why it cannot be made: `few-left`: a side keeps fewer than two trials, or has fewer than two products; `as-trials`: without each product the same figures are left as without a trial; `as-published`: the trials of a published set are fixed; `not-reported`: nobody reports the apheresed; `two-trials`: with two trials on a side no other model can tell; `no-fit`; of `equal-age`: fewer than four trials a class print a median age, fewer than five events a side, ages that do not overlap, fewer than three different ages in a class, ages of a class that span less than a quarter of those of the other, or no trial of a class within the overlap.",
  ),
  repeats: orNull(
    v.strictObject(namedAnalysisFields),
    "The analysis before it that refits the same figures: both are one.",
  ),
});

/** `hazardRatio` of a landmark is about the event; all other figures are about survival. */
const contrastSchema = namedObject("Contrast", {
  group: described(
    v.string(),
    "The group that is compared: a class, unless `compare` says otherwise.",
  ),
  against: described(v.string(), "The group it is compared with."),
  status: oneOf(
    contrastStatuses,
    "`ok`, or why there is no difference: `not-estimable`: a side has no estimate, or the two estimates come from different models; `one-trial`: a side has fewer than two trials; `one-product`: a side rests on one of several selected products; `two-trials`: a side rests on two trials of one product; of events that accumulate `follow-up-unknown` (known for fewer than half of the patients) and `follow-ups-apart` (more than twofold).",
  ),
  oddsRatio: orNull(
    v.number(),
    "Odds ratio; above 1 means more events in the group than in the reference.",
  ),
  interval: orNull(intervalSchema, "95 % interval of the odds ratio."),
  hazardRatio: orNull(
    v.number(),
    "For survival at a month: ratio of the cumulative hazards of the event; above 1 means more events in the group than in the reference.",
  ),
  hazardRatioInterval: orNull(intervalSchema, "Its 95 % interval."),
  /** Fitted, not subtracted: the two rates of a row need not subtract to it. */
  differencePer100: orNull(
    v.number(),
    "Difference per 100 patients, fitted and not subtracted; above 0 means more events, or more patients alive or without progression, in the group than in the reference.",
  ),
  differenceInterval: orNull(
    intervalSchema,
    "95 % interval of the difference, per 100 patients; by a frequentist model from limits with the degrees of freedom of the odds ratio and its P, and `null` where it and the interval of the odds ratio disagree whether the groups differ.",
  ),
  probabilityHigher: orNull(
    v.number(),
    "Probability that the rate (or survival) is higher in the group; only from the default model.",
  ),
  pValue: orNull(v.number(), "P value, two-sided; `null` by the default model."),
  analyses: orNull(
    v.array(analysisSchema),
    "Nine sensitivity analyses of a difference between the classes that has an interval (of other outcomes than response eight); else `null`.",
  ),
});

/** Describes a note that a reader must know: a stable code, a label for the row, and its text. */
const noteSchema = namedObject("Note", {
  code: oneOfCodes(noteCodes, noteMeanings, "What it is about; new codes may be added."),
  group: orNull(v.string(), "Of which group; `null` of all."),
  label: fields.label,
  text: described(v.string(), "In words."),
});

/** Describes which grades the figures of a row count; the row is named after them. */
const gradesSchema = namedObject("Grades", {
  trials: described(v.number(), "Trials with a figure in the row, given alone or combined."),
  withoutDeaths: described(v.number(), "Of them, those that count grade 3 or 4 alone."),
  withDeaths: described(v.number(), "Those that count grade 3 to 5."),
  notReported: described(v.number(), "Those that do not report whether deaths count."),
  ungraded: described(v.number(), "Of these, those that say “severe” without a grade."),
  fatal: orNull(
    namedObject("SeparateDeaths", {
      outcome: described(v.string(), "Id of the outcome that counts them."),
      label: described(v.string(), "Its name."),
      studies: listOf(studyResultSchema, "Trials that report them for the same data cut."),
      notReported: listOf(
        v.strictObject(namedProductFields),
        "Trials that do not report them for that cut.",
      ),
    }),
    "Deaths of the same event in trials that count grade 3 or 4 alone, which are listed next to their counts; else `null`.",
  ),
});

const outcomeComparisonSchema = namedObject("OutcomeComparison", {
  outcome: described(v.string(), "Id of the outcome."),
  label: fields.label,
  detail: orNull(
    v.string(),
    "Second line under the label, in words: of an outcome of grade 3 and higher what its figures count; `null` where none is needed.",
  ),
  grades: orNull(
    gradesSchema,
    "Of an outcome of grade 3 and higher: whether its figures count deaths; else `null`.",
  ),
  phrase: described(v.string(), "Completes “26 more …”."),
  group: described(outcomeSchema.entries.group, "What kind of outcome it is."),
  role: orNull(
    v.picklist(["response", "headline-harm"]),
    "`response` at the benefit that an answer tells first, `headline-harm` at the harms that it always tells.",
  ),
  direction: described(
    outcomeSchema.entries.direction,
    "Whether more of it is a benefit or a harm.",
  ),
  timeDependent: described(v.boolean(), "Whether longer follow-up alone makes it more frequent."),
  appliesTo: listOf(therapyClassSchema, "Classes that can have this outcome."),
  notFor: outcomeSchema.entries.notFor,
  set: orNull(
    v.strictObject({
      cohortsWithFigure: described(v.number(), "Cohorts with a figure in this row."),
      cohortsOfSet: orNull(
        v.number(),
        "Cohorts of the published set that the question asks for; `null` where its list is not public.",
      ),
    }),
    "Where the question repeats a published set: on how much of it the row rests; what it printed itself stands first in `published`. Else `null`.",
  ),
  status: orNull(
    namedObject("RowStatus", {
      code: oneOf(
        rowStatusCodes,
        "What the trials of 30 patients or more show where the row is compared: `apart`: each rate of one class lies above each rate of the other, in whole patients of 100, of three trials or more against two or more, with no smaller trial between (of a response of the infused also with every known rate of all apheresed); else `overlap`. It rests on no model and is no test. Or why nothing is compared: `one-trial`; `not-compared`; `by-drug`: no class has a number, but trials or products have; `not-reported`; `not-for`: a class cannot have this outcome; `one-class`: only one class was asked for or has a trial.",
      ),
      obstacle: orNull(
        v.picklist([
          ...contrastStatuses.filter((status) => status !== "ok"),
          "no-number",
          "intervals-disagree",
        ]),
        "Of `not-compared`: the status of the contrast; `no-number`: a class has none; `intervals-disagree`: by another model than the default those of difference and odds ratio, so that the difference has none.",
      ),
      ranges: described(
        v.record(
          v.string(),
          v.strictObject({
            lower: described(v.number(), "Lowest rate of a trial, 0 to 1."),
            upper: described(v.number(), "Highest rate."),
            trials: described(v.number(), "Trials of 30 patients or more with a count."),
          }),
        ),
        "By class, its rates by trial; a class without such a trial has none.",
      ),
      onlySelected: described(
        v.boolean(),
        "Of `apart` where the question names products: true if the trials of all labelled products are not apart.",
      ),
      changedBy: orNull(
        v.strictObject({ ...namedAnalysisFields, ...differenceFields }),
        "What would change the difference: of the analyses made that take it to 0, all apheresed, else the one that leaves the smallest; where 0 lies within, the trial without which it does not; `null` if none does.",
      ),
    }),
    "What the trials show, or why there is no difference, and what would change it; `null` between groups other than the classes.",
  ),
  numberForm: orNull(
    v.picklist(["rates", "counts"]),
    "`counts` where a class has a number, but no trial of 30 patients or more, or none and a broader figure of fewer: next to a rate a count is misread, so both classes are shown as counts, with the exact interval of `events` of `n` in place of that of the model. `null` between groups other than the classes.",
  ),
  pools: described(v.record(v.string(), poolSchema), "The summary of each group."),
  contrasts: listOf(
    contrastSchema,
    "Every other group against the reference, which is bispecifics between the classes. Where the reference fell back to the default model, and two or more groups have one, against the largest of these: see `against`.",
  ),
  published: orNull(
    publishedRatesSchema,
    "What meta-analyses printed for the same outcome and class; `null` if groups other than the classes are compared.",
  ),
  notes: listOf(noteSchema, "What to bear in mind, the weightiest first."),
  headToHead: listOf(
    headToHeadSchema,
    "CAR-T against bispecifics in randomised or matched patients, the randomised first; never pooled.",
  ),
});

const widerQuestionSchema = namedObject("WiderQuestion", {
  parameter: described(
    v.string(),
    "Name of the parameter; `anywhere`: products approved in any region; `all`: every filter.",
  ),
  query: described(v.string(), "The question without that filter, as canonical text."),
  cohorts: described(bothClasses(v.number()), "Number of cohorts of each class then."),
});

export const setOfQuestionSchema = namedObject("SetOfQuestion", {
  id: described(v.string(), "Id."),
  name: described(v.string(), "Name."),
  cohorts: orNull(
    v.number(),
    "How many of its cohorts are in our data; `null` where its list is not public.",
  ),
  cohortsPooled: orNull(
    v.number(),
    "How many cohorts it pooled; `null` where that is not printed.",
  ),
  modified: described(v.boolean(), "Whether the question says anything that the set does not."),
});

export const spreadSchema = namedObject("Spread", {
  lowest: described(v.number(), "The lowest median."),
  highest: described(v.number(), "The highest median."),
  trials: described(v.number(), "Trials that print one."),
  total: described(v.number(), "The number of trials of which `trials` is a part."),
});

const patientsSchema = namedObject("PatientsOfTrials", {
  trials: described(v.number(), "Distinct trials with a figure in any row, after overlap."),
  medianAge: orNull(
    spreadSchema,
    "Median ages of the cohorts, in years; `null` if none prints one.",
  ),
  medianPriorLines: orNull(spreadSchema, "Median prior lines of the cohorts; `null` likewise."),
});

const selectionSchema = namedObject("Selection", {
  included: listOf(
    v.strictObject({
      ...namedClassFields,
      product: fields.product,
      group: described(v.string(), "The group: a class unless `compare` says otherwise."),
    }),
    "Cohorts that take part.",
  ),
  excluded: listOf(
    v.strictObject({
      ...namedClassFields,
      parameter: described(v.string(), "Name of the parameter."),
      reason: described(v.string(), "Why, in words."),
    }),
    "Cohorts left out, each with the filter that did so.",
  ),
  cohorts: described(v.record(v.string(), v.number()), "Number of cohorts of each group."),
  wider: listOf(
    widerQuestionSchema,
    "When a class, or every group, is empty: filters that could be lifted, most helpful first.",
  ),
  reset: described(
    v.string(),
    "The same outcomes with every filter at its default, as canonical text.",
  ),
});

/**
 * Returns the schema of the answer to a question.
 *
 * @param question The schema of the question that the answer repeats.
 */
export function makeComparisonSchema<Q extends v.GenericSchema>(question: Q) {
  return namedObject("Comparison", {
    ...answerStamp,
    dataDate: dataStamp.dataDate,
    query: described(
      question,
      "What was asked, defaults included, as the code holds it: an empty list of outcomes is the summary, and some fields are decided by a published set alone. To ask again use `canonical`.",
    ),
    canonical: described(
      v.string(),
      "The question as one text, without what is default; empty for the default question.",
    ),
    href: described(v.string(), "Address of this comparison, relative to the installation."),
    set: orNull(
      setOfQuestionSchema,
      "The published meta-analysis whose question is asked; `null` for the current evidence.",
    ),
    groups: listOf(
      v.string(),
      "The groups compared, in the order they are shown in: the two classes unless `compare` says otherwise. None mixes classes: `bsab:bcma` is a value of one class, where both classes are asked.",
    ),
    groupNames: described(v.record(v.string(), v.string()), "How each group is called."),
    reference: orNull(
      v.string(),
      "The group every other one stands against, unless a row says otherwise (`against`); `null` without any group.",
    ),
    certainty: orNull(
      v.string(),
      "How certain the numbers of the classes are and why, in words, as screens say it; also where none is compared. `null` where no number is shown, between other groups, and of one class alone where randomised trials have the headline.",
    ),
    outcomes: listOf(outcomeComparisonSchema, "One entry for every outcome asked for."),
    notes: listOf(noteSchema, "What to bear in mind with all rows, the weightiest first."),
    randomised: randomisedSchema,
    patients: described(
      v.record(v.string(), patientsSchema),
      "Who was in the trials with a figure in any row, by group.",
    ),
    selection: described(selectionSchema, "Which cohorts take part, and why the others do not."),
    review: described(
      v.strictObject({
        status: oneOf(
          reviewStatuses,
          "How many of the trials are checked as they are now. `changed`: some were, and all of these have changed since.",
        ),
        statement: described(v.string(), "The same in a sentence."),
        trials: described(v.number(), "Trials that the rows show, and randomised ones above them."),
        checked: described(v.number(), "Trials checked as they are now."),
        changed: described(
          v.number(),
          "Trials changed since they were checked, in part or wholly.",
        ),
      }),
      "What clinicians have checked of the trials behind the answer; `review` of `/v1/cohorts/{id}` says it of one.",
    ),
  });
}
