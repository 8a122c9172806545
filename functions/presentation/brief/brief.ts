/**
 * An answer said in sentences: the same answer, the same sentences. Every number is one of the
 * answer's, with the digits of the screen; what is missing is said to be missing, and why. It
 * describes what cohorts showed and never says what to do.
 *
 * Takes an answer whose figures carry their citations.
 */
import type { Comparison } from "#core/comparison/answer.ts";
import { leftOutSection } from "./left-out.ts";
import { outcomeSection } from "./outcome.ts";
import { type Brief, type Depth, list, paragraph, type Section } from "./parts.ts";
import { plainOutcomeSection } from "./plain-outcome.ts";
import { questionSection } from "./question.ts";
import { references } from "./references.ts";
import { summarySection } from "./summary.ts";

export function briefOf(comparison: Comparison, depth: Depth): Brief {
  const sources = references();
  const other = others[depth];
  const section = depth === "specialist" ? outcomeSection : plainOutcomeSection;
  const sections = [
    questionSection(comparison, depth),
    ...nothing(comparison),
    ...summarySection(comparison, depth),
    ...general(comparison),
    ...comparison.outcomes.map((row) => section(row, comparison, sources)),
    leftOutSection(comparison, depth),
  ];
  return {
    title: "CAR-T cells and bispecific antibodies in relapsed multiple myeloma",
    sections,
    references: sources.all(),
    closing: closing(comparison),
    links: [
      { label: "This brief", href: briefHref(comparison, depth) },
      { label: other.label, href: briefHref(comparison, other.depth) },
      { label: "The answer as data", href: comparison.href },
    ],
  };
}

const others = {
  specialist: { depth: "generalist", label: "The same in natural frequencies" },
  generalist: { depth: "specialist", label: "The same with every number" },
} as const;

function nothing({ outcomes, groups }: Comparison): Section[] {
  const pooled = outcomes.some(({ pools }) => groups.some((group) => pools[group].k > 0));
  if (pooled) return [];
  const text = "Nothing can be pooled for this question: there is no number to tell.";
  return [{ heading: "Result", blocks: paragraph(text) }];
}

/** What holds for every number; that nobody was randomised between the classes comes first. */
function general({ cautions }: Comparison): Section[] {
  const blocks = list(
    "For every number",
    cautions.map(({ text }) => text),
  );
  return blocks.length > 0 ? [{ heading: "Limits", blocks }] : [];
}

function closing({ answerVersion, dataVersion, dataDate, review }: Comparison): Section {
  return {
    heading: "Status",
    blocks: paragraph(
      review.statement,
      "For health-care professionals; evidence, not advice.",
      `Data of ${dataDate}, data version ${dataVersion}, answer version ${answerVersion}.`,
    ),
  };
}

function briefHref({ canonical }: Comparison, depth: Depth): string {
  return `/v1/brief?${canonical && `${canonical}&`}depth=${depth}`;
}
