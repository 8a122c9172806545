import type { Refusal } from "#core/evidence/reasons.ts";
import type { Hold } from "#data/vocabulary.ts";
import type { ReasonWords } from "./codes.ts";
import { notFound } from "./source-tier.ts";

const holds: Readonly<Record<Hold, string>> = {
  "conflicting-sources": "sources disagree",
  unverified: "could not be confirmed",
  "different-definition": "another definition",
  "with-complete-response": "MRD-negative only with a complete response",
  "at-most": "a difference of two reported numbers: at most so many",
  "denominator-unclear": "whether of the infused or of all randomised was not found",
  inferred: "inferred, not reported",
  "time-limited": "counted in a shorter window",
  "estimate-not-count": "an estimate without a count",
  "pooled-cohorts": "reported for several studies together",
};

type Of<Code extends Refusal["code"]> = Extract<Refusal, { readonly code: Code }>;

const notOver: Readonly<Record<Of<"not-over">["over"], string>> = {
  responders: "not counted over responders",
  leukapheresed: "not counted over all apheresed",
  enrolled: "not counted over all who were enrolled",
};

const onlyOver: Readonly<Record<Of<"only-over">["population"], string>> = {
  leukapheresed: "counted over all apheresed",
  "efficacy-evaluable": "only for evaluable patients",
  responders: "only for responders",
  "mrd-evaluable": "only for patients evaluable for MRD",
  subset: "only for some of its patients",
};

export const refusals: ReasonWords<Refusal> = {
  "not-reported": () => notFound,
  held: ({ hold }) => holds[hold],
  "no-paper": () => "in no paper or label",
  "not-counted": ({ cut }) => `not counted in ${cut}`,
  "not-primary": () => "another data cut than the primary publication’s",
  unreviewed: () => "only in a source that nobody reviewed (tier 4)",
  "no-count": () => "percentage without a count",
  "no-interval": () => "no interval can be computed",
  "follow-up-short": ({ isFollowUpKnown }) =>
    `without interval, ${isFollowUpKnown ? "and follow-up does not reach the month" : "follow-up not found"}`,
  "not-over": ({ over }) => notOver[over],
  "only-over": ({ population }) => onlyOver[population],
  "small-trial": () => "fewer than 30 patients, beside one larger trial that is counted alone",
  "parts-report": () => "a trial that is part of it is counted instead",
  // The records of both cohorts state why they share patients.
  "shares-patients": ({ possibly, cohort }) =>
    `${possibly ? "may share" : "shares"} patients with ${cohort}`,
};
