/**
 * Results that others printed, never pooled: of single studies by a property of their patients, and
 * studies that set treatments against each other.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import type { ComparedStatement } from "../statement/head-to-head.ts";
import type { ReportedStudy } from "../statement/patients.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, folded, line, list, type Part, paragraph, quiet } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

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
  const { note } = words.patient.reported;
  return folded("subgroups", words.report.subgroups, [...paragraph(note), ...parts]);
}

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
    ...quiet(...sources.map(({ citation, href }) => sourceLine(citation, href))),
  ];
}

function sourceLine(citation: string, href: string | null) {
  return line({ text: citation, href, isOutside: true });
}

export function comparedBlocks({ compared }: ReportParts, words: Catalogue): Block[] {
  if (compared.length === 0) return [];
  const [first, ...others] = compared.map(studyPart);
  return [
    ...paragraph(words.detail.others.note),
    ...(first ? [first] : []),
    ...folded("compared-others", words.report.compared.more(others.length), others),
  ];
}

function studyPart({ id, label, kind, results, remarks, sources }: ComparedStatement): Part {
  return {
    kind: "part",
    id,
    heading: label,
    blocks: [
      ...quiet(kind),
      ...list(null, results),
      ...quiet(remarks),
      ...sources.flatMap(({ citation, href }) => quiet(sourceLine(citation, href))),
    ],
  };
}
