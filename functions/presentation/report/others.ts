/**
 * Results that others printed, never pooled: of studies that set treatments against each other, and of
 * single studies by a property of their patients.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import {
  type Block,
  folded,
  line,
  list,
  looking,
  type Part,
  paragraph,
  quiet,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { ComparedAtLength } from "../statement/head-to-head.ts";
import type { ReportedStudy } from "../statement/subgroups.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { References } from "./references.ts";
import type { ReportParts } from "./report-parts.ts";

/** The first kind that fits; the others are folded, on paper, too. */
const kinds: Readonly<
  Record<keyof Catalogue["report"]["compared"]["groups"], (one: ComparedAtLength) => boolean>
> = {
  randomised: ({ design }) => design === "randomised",
  matched: ({ design, contrast }) =>
    contrast === "between" && (design === "matched" || design === "adjusted"),
  sequence: ({ design }) => design === "sequence",
};

export function comparedBlocks(
  { compared }: ReportParts,
  sources: References,
  words: Catalogue,
): Block[] {
  if (compared.length === 0) return [];
  const { groups, others } = words.report.compared;
  const names = Object.keys(groups) as (keyof typeof groups)[];
  const kindOf = (one: ComparedAtLength) => names.find((name) => kinds[name](one));
  const parts = (own: readonly ComparedAtLength[], cite?: References) =>
    own.map((study) => studyPart(study, cite));
  const rest = compared.filter((one) => kindOf(one) === undefined);
  return [
    ...paragraph(words.detail.asReported),
    ...names.flatMap((name) => {
      const own = compared.filter((one) => kindOf(one) === name);
      return unfoldedOnPaper(`compared-${name}`, groups[name], parts(own, sources), own.length);
    }),
    ...folded("compared-others", others, parts(rest), rest.length),
  ];
}

/** @param references Without them it is folded on paper, so its sources stand beside it. */
function studyPart(
  { id, label, kind, design, results, alone, remarks, sources }: ComparedAtLength,
  references: References | undefined,
): Part {
  const cited = sources.flatMap(
    ({ citation, href, tier }) => references?.cite({ text: citation, href, tier }) ?? [],
  );
  return {
    kind: "part",
    id,
    title: label,
    blocks: [
      ...quiet(line(`${kind}. ${remarks}`.trim(), cited)),
      ...list(null, results),
      // One treatment after another is what such a study is about; of others paper has the comparison.
      ...(design === "sequence" || results.length === 0
        ? paragraph(alone.join("; "))
        : looking("screen", alone.join("; "))),
      ...(references ? [] : quiet(...sourceLines(sources))),
    ],
  };
}

export function subgroupBlocks({ subgroups }: ReportParts, words: Catalogue): Block[] {
  if (subgroups.length === 0) return [];
  const { className } = words.screen;
  const parts = subgroups.flatMap(({ property, title, studies }) => {
    const byClass = therapyClasses.map((of) => ({
      name: className[of],
      own: studies.filter(({ group }) => group === of),
    }));
    return folded(
      `by-${property}`,
      title,
      studies.flatMap((study) => studyBlocks(study, words)),
      byClass.map(({ name, own }) => `${name} ${own.length}`).join(" · "),
    );
  });
  return folded("subgroups", words.report.subgroups, [
    ...paragraph(words.detail.asReported),
    ...parts,
  ]);
}

/** Folded on paper, so the source stands beside the results and has no number. */
function studyBlocks(
  { label, group, design, cohort, outcomes, sources }: ReportedStudy,
  { screen: { className } }: Catalogue,
): Block[] {
  return [
    ...paragraph(
      line([
        cohort ? { text: label, href: `/v1/cohorts/${cohort}` } : { text: label, mark: "strong" },
        { text: ` ${className[group]} · ${design}`, mark: "quiet" },
      ]),
    ),
    ...list(
      null,
      outcomes.map(({ name, text }) => `${name}: ${text}`),
    ),
    ...quiet(...sourceLines(sources)),
  ];
}

function sourceLines(
  sources: readonly { readonly citation: string; readonly href: string | null }[],
) {
  return sources.map(({ citation, href }) => line({ text: citation, href }));
}
