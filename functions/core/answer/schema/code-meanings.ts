/** States the meanings of codes in an answer, for the OpenAPI document and the guide; no answer carries them. */
import type { ReportedRefusal } from "../../evidence/reasons.ts";
import type { noteCodes } from "../note-codes.ts";
import type { poolStatuses } from "./parts.ts";

export const poolStatusMeanings: Readonly<Record<(typeof poolStatuses)[number], string>> = {
  ok: "the model pooled the figures of two cohorts or more",
  "no-cohorts":
    "no cohort of the group has a figure that can be pooled; selected ones are in `notPooled` with the reason",
  "one-trial":
    "a single trial, or a single pooling of several, has a figure: the estimate is its own rate with the exact interval (of survival at a month as printed), without a model",
  "by-trial":
    "not pooled, each trial stands in `studies`: survival at a month, except in a published set that pooled it, and counts of one drug in two trials",
  "all-zero":
    "no patient had the event, also of a single trial: of several the size of the estimate depends on the model",
  "all-events":
    "every patient had the event, also of a single trial: of several the size of the estimate depends on the model",
  "prior-conflict":
    "the prior of the default model excludes the figures, so that there is no estimate; it cannot happen with the priors in use",
  boundary:
    "only by other models than the default one: no spread between cohorts was found, `tau` is 0",
  fallback: "the model that was asked for gave no answer, and that of the default model is shown",
};

export const refusalMeanings: Readonly<Record<ReportedRefusal["code"], string>> = {
  "not-counted": "the published set that the question names did not count the cohort for it",
  held: "a curator holds the figure back; `reason` says why",
  unreviewed: "the figure is in unreviewed sources only (tier 4)",
  "no-paper":
    "the question counts papers, labels and regulators only (`sources=papers`), and none has it",
  "no-count": "a percentage is printed without a count",
  "no-interval": "survival at a month is printed without an interval, and none can be computed",
  "follow-up-short":
    "survival at a month is printed without an interval, and the follow-up does not reach the month, or is not known",
  "not-over":
    "the figure is not counted over the patients that the outcome or the question asks for",
  "only-over":
    "the figure counts only some of the patients, for instance evaluable ones or a subset",
  "not-primary": "the figure is of another data cut than the question takes (`cut=primary-only`)",
  "parts-report":
    "the cohort is a pool of trials, as labels print them, of which a part is counted instead",
  "shares-patients": "the cohort shares patients, or may share them, with one that is counted",
  "small-trial": "fewer than 30 patients, where one larger trial alone is the number of the group",
};

export const noteMeanings: Readonly<Record<(typeof noteCodes)[number], string>> = {
  "patients-apart":
    "no median age, or median number of prior lines, of one group reaches those of the other",
  "one-trial-carries":
    "of a group of three trials and five events or more, one trial has more than half of the events and at least 1.5 times its share of the patients",
  "other-trials": "the rate rests on other trials than the row of which it is a part",
  "above-whole":
    "the rate is above that of the row of which it is a part, because it rests on other trials",
  "figures-missing": "selected trials or products are not in the number of a group",
  "follow-up": "the outcome accumulates: median follow-up of each group",
  infections:
    "what infections depend on: time of enrolment, immunoglobulin replacement, length of treatment",
  grading:
    "trials used different or older scales of grading, did not state the scale, or counted more broadly",
  "deaths-apart": "the figures count grade 3 or 4: deaths of the same event by trial",
  regimen: "a group was given with other myeloma drugs in all of its trials",
  "patients-counted":
    "which patients the rates count: infused, randomised, evaluable or with cells collected",
  "earlier-therapy":
    "patients with and without earlier BCMA-directed therapy are pooled, or which kinds they had",
  "earlier-therapy-elsewhere":
    "kinds of earlier therapy for which no selected trial recruited, and trials that are not selected and report them",
  "dose-finding": "trials that escalated doses are counted",
  "cuts-and-overlap": "data cuts differ, or cohorts are left out because they share patients",
  question:
    "follows from the question itself: a published set, mixed settings, choice by medians, unreviewed sources, the latest cut, shared patients kept, or groups that differ in more than what they are compared by",
  "labels-in-part": "a class is labelled in some of the regions that were asked for, not in all",
  "labelled-without-trial":
    "drugs that are labelled for these lines, of which no trial in the data is of such patients",
  "no-label": "nothing of a class is labelled for these lines in any of the regions",
  "counted-without-label":
    "regimens without a label are counted, because the question names or allows them",
  "label-from-line": "products whose label asks for more than three prior lines",
  "label-condition": "conditions of a label beyond the number of prior lines",
  "left-out-for-label": "regimens that are left out for their label alone",
  "sold-elsewhere": "products that are sold in other regions only",
  "lines-unknown":
    "trials that are counted although it is not known whether they had patients after so many lines",
  "early-after-three": "early trials that also had patients after three lines, and are not counted",
  "after-kinds":
    "which trials count after the kinds of earlier therapy that were asked for, and which do not",
};
