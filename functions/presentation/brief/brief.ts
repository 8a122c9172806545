/**
 * An answer in sentences. Equal answers give equal sentences. Every number is taken from the answer
 * and has the same digits as on the screen. If a number is missing, the brief says so, and why. It
 * describes what cohorts showed and never recommends a treatment.
 *
 * Needs an answer with citations, in the language of the words.
 */

import type { Comparison } from "#core/comparison/answer.ts";
import type { BriefWords, Catalogue } from "../words/catalogue.ts";
import { leftOutSection } from "./left-out.ts";
import { outcomeSection } from "./outcome.ts";
import { type Brief, type Depth, type Foreword, list, paragraph, type Section } from "./parts.ts";
import { plainOutcomeSection } from "./plain-outcome.ts";
import { questionSection } from "./question.ts";
import { references } from "./references.ts";
import { summarySection } from "./summary.ts";

export function briefOf(
  comparison: Comparison,
  depth: Depth,
  words: Catalogue,
  foreword?: Foreword,
): Brief {
  const { brief } = words;
  const sources = references(words);
  const other = depth === "specialist" ? "generalist" : "specialist";
  const section = depth === "specialist" ? outcomeSection : plainOutcomeSection;
  const hrefOf = (one: Depth) => briefHref(comparison, one);
  return {
    title: brief.title,
    sections: [
      ...(foreword ? [foreword.section] : []),
      questionSection(comparison, depth, words),
      ...nothing(comparison, brief),
      ...summarySection(comparison, depth, words),
      ...general(comparison, brief),
      ...comparison.outcomes.map((row) => section(row, comparison, sources, words)),
      leftOutSection(comparison, depth, words),
    ],
    references: sources.all(),
    referenceWords: brief.references,
    abbreviations: words.detail.abbreviations,
    closing: closing(comparison, brief),
    links: [
      ...(foreword ? [foreword.link] : []),
      { label: brief.links.own, href: hrefOf(depth) },
      { label: brief.links[other], href: hrefOf(other) },
      { label: brief.links.data, href: comparison.href },
    ],
  };
}

function nothing({ outcomes, groups }: Comparison, { result }: BriefWords): Section[] {
  const pooled = outcomes.some(({ pools }) => groups.some((group) => pools[group].k > 0));
  return pooled ? [] : [{ heading: result.heading, blocks: paragraph(result.nothing) }];
}

/**
 * Limits that apply to every number. The first one is that patients were not randomised between the
 * classes.
 */
function general({ cautions }: Comparison, { limits }: BriefWords): Section[] {
  const blocks = list(
    limits.lead,
    cautions.map(({ text }) => text),
  );
  return blocks.length > 0 ? [{ heading: limits.heading, blocks }] : [];
}

function closing(
  { answerVersion, dataVersion, dataDate, review }: Comparison,
  { status }: BriefWords,
): Section {
  return {
    heading: status.heading,
    blocks: paragraph(
      review.statement,
      status.audience,
      status.versions(dataDate, dataVersion, answerVersion),
    ),
  };
}

function briefHref({ canonical }: Comparison, depth: Depth): string {
  return `/v1/brief?${canonical && `${canonical}&`}depth=${depth}`;
}
