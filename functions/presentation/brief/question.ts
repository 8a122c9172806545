/** What was asked and how the numbers were made, in words. */

import type { Comparison } from "#core/comparison/answer.ts";
import { isByRule } from "#core/evidence/cuts.ts";
import type { Query } from "#core/question/query.ts";
import type { BriefWords, Catalogue } from "../words/catalogue.ts";
import { filterWords } from "./filter-words.ts";
import { type Depth, paragraph, type Section } from "./parts.ts";

export function questionSection(
  comparison: Comparison,
  depth: Depth,
  catalogue: Catalogue,
): Section {
  const { query, selection } = comparison;
  const words = catalogue.brief.question;
  return {
    heading: words.heading,
    blocks: [
      ...paragraph(
        words.opening,
        publishedQuestion(comparison, words),
        words.lookedFor(filterWords(query, catalogue)),
        words.found(selection.cohorts),
      ),
      ...(depth === "specialist"
        ? paragraph(...modelSentences(query, words), ...rules(query, words))
        : paragraph(...words.plain, ...rules(query, words))),
    ],
  };
}

/** The name of a published question, and whether the query still matches it. */
export function publishedQuestion(
  { set }: Pick<Comparison, "set">,
  words: BriefWords["question"],
): string | null {
  if (set === null) return null;
  if (set.modified) return words.likeSet(set.name);
  return set.cohorts === null ? words.byRulesOf(set.name) : words.asSet(set.name);
}

function modelSentences({ model, interval, tau }: Query, words: BriefWords["question"]): string[] {
  if (model === "bayes") return [...words.models.bayes];
  return [
    ...words.models[model],
    ...(tau === "common" ? [words.commonSpread] : []),
    words.intervals(interval),
  ];
}

/** The counting rules, but only if they differ from the defaults. */
export function rules(query: Query, { rules: words }: BriefWords["question"]): string[] {
  const { denominator, definition, cut, sources, overlap } = query;
  return [
    denominator !== "treated" && words[denominator],
    definition === "broad" && words.broad,
    cut === "latest" && words.latest,
    cut === "primary-only" && words.primaryOnly,
    !isByRule(query) && words.cut(cut),
    sources === "papers" && words.papers,
    sources === "any" && words.unreviewed,
    overlap === "keep" && words.overlap,
  ].filter((rule) => rule !== false);
}
