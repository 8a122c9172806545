/** Creates briefs of questions, and takes them apart, for tests. */

import type { Comparison } from "#core/comparison/answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { sourcesOf } from "#core/comparison/sources.ts";
import { completed, withMedians, withSources } from "#core/complete.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { medians } from "#data/generated/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { briefOf } from "#presentation/brief/brief.ts";
import type { Brief, Depth, Line } from "#presentation/brief/parts.ts";
import { english } from "#presentation/words/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { firstCollection } from "./first-collection.ts";
import { asked } from "./queries.ts";

export function answerTo(query: Query): Comparison {
  return compareWithSources(query, english);
}

export function briefFor(question: string, depth: Depth): Brief {
  return briefOf(answerTo(asked(question, dataset)), depth, english);
}

/** A brief over the cohorts of `firstCollection`, which a cohort that is added later does not change. */
export function frozenBriefFor(question: string, depth: Depth): Brief {
  const coded = compare(asked(question, firstCollection), firstCollection, models);
  const sources = sourcesOf(provenance);
  const additions = [withMedians(medians, sources.ofMedian), withSources(sources)];
  const answer = withWords(completed(coded, additions), english);
  // The versions change with any line of code or data.
  return briefOf({ ...answer, answerVersion: "ANSWER", dataVersion: "DATA" }, depth, english);
}

/** All lines of a brief except the references. */
export function linesOf({ title, sections, closing }: Brief): Line[] {
  const plain = (text: string): Line => ({ text, cited: [] });
  return [
    plain(title),
    ...[...sections, closing].flatMap(({ heading, blocks }) => [
      plain(heading),
      ...blocks.flatMap((block) =>
        block.kind === "paragraph" ? block.lines : [plain(block.lead), ...block.items],
      ),
    ]),
  ];
}

/** Only our own sentences. Locators and source texts are quoted from other people. */
export function sentencesOf(brief: Brief): string[] {
  return linesOf(brief).map(({ text }) => text);
}
