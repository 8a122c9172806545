/** What was asked and how the numbers were made, in words. */

import type { Comparison } from "#core/comparison/answer.ts";
import { groups, longName } from "#core/evidence/classes.ts";
import type { Query } from "#core/question/query.ts";
import { counted } from "../words/rates.ts";
import { filterWords } from "./filter-words.ts";
import { joined } from "./numbers.ts";
import { type Depth, paragraph, type Section } from "./parts.ts";

const opening =
  "CAR-T cells and bispecific antibodies (BsAb) in relapsed multiple myeloma, compared across separate cohorts.";

export function questionSection(comparison: Comparison, depth: Depth): Section {
  const { query } = comparison;
  return {
    heading: "Question",
    blocks: [
      ...paragraph(
        opening,
        askedAsSet(comparison),
        `Cohorts looked for: ${filterWords(query).join("; ")}.`,
        selected(comparison),
      ),
      ...(depth === "specialist"
        ? paragraph(...modelSentences(query), ...rules(query))
        : paragraph(
            "The numbers are patients of 100 in a typical cohort.",
            "The range behind a number is its 95 % interval: how far off the number may be, as far as the data tell.",
            ...rules(query),
          )),
    ],
  };
}

/** A published question is named, and whether it is still that question. */
function askedAsSet({ set }: Comparison): string | null {
  if (set === null) return null;
  return set.modified
    ? `Asked as in ${set.name}, modified.`
    : `Asked as in ${set.name}: its cohorts, rules and model.`;
}

function selected({ selection: { cohorts } }: Comparison): string {
  const parts = groups.map((group) => counted(cohorts[group], `${longName[group]} cohort`));
  return `Found: ${joined(parts)}.`;
}

const estimators = {
  reml: "the spread between cohorts by restricted maximum likelihood",
  pm: "the spread between cohorts by Paule and Mandel",
  dl: "the spread between cohorts by DerSimonian and Laird",
  fixed: "without a spread between cohorts (common effect)",
} as const;

const intervals: Readonly<Record<Query["interval"], string>> = {
  t: "use the t distribution",
  wald: "are Wald intervals",
  "hartung-knapp": "are Hartung–Knapp intervals",
  profile: "are profile-likelihood intervals",
};

function modelSentences(query: Query): string[] {
  const { model, interval, tau } = query;
  if (model === "bayes") {
    return [
      "Each class is pooled by itself with a Bayesian binomial–normal random-effects model; the number shown is the posterior median for a typical cohort, with its 95 % credible interval.",
      "Survival at a month is pooled likewise on the log cumulative hazard.",
    ];
  }
  const how =
    model === "glmm"
      ? "Each class is pooled with a binomial–normal random-effects model by maximum likelihood; survival at a month is pooled on the log cumulative hazard."
      : `Logits of the rates are pooled, and log cumulative hazards for survival at a month, ${estimators[model]}.`;
  const shared =
    tau === "common" ? " Of counts, both classes share one spread between cohorts." : "";
  return [`${how}${shared}`, `95 % confidence intervals ${intervals[interval]}.`];
}

/** Rules of counting, only where they are not the usual ones. */
function rules({ denominator, definition, cut, sources, overlap }: Query): string[] {
  return [
    denominator === "enrolled" && "Rates count all who were randomised or had cells collected.",
    definition === "broad" && "Neurotoxicity stands in for ICANS where ICANS is not reported.",
    cut === "latest" && "Figures are those of the longest follow-up.",
    cut !== "primary" && cut !== "latest" && `Figures are those counted in ${cut}.`,
    sources === "any" && "Sources that nobody reviewed count too.",
    overlap === "keep" && "Cohorts that share patients stay side by side.",
  ].filter((rule) => rule !== false);
}
