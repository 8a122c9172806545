/**
 * Results that others printed, never pooled: of single studies by a property of their patients, and
 * studies that set treatments against each other.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import { comparedRemarks, comparedSources, comparedText } from "../statement/head-to-head.ts";
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
      outcomes.map(({ name, levels }) => `${name}: ${levels.map(({ text }) => text).join(" · ")}`),
    ),
    ...quiet(...sources.map(({ citation, href }) => sourceLine(citation, href))),
  ];
}

function sourceLine(citation: string, href: string | null) {
  return line({ text: citation, href, isOutside: true });
}

export function comparedBlocks({ compared, outcomeLabel }: ReportParts, words: Catalogue): Block[] {
  if (compared.length === 0) return [];
  const { compared: said } = words.detail;
  const { more } = words.report.compared;
  const [first, ...others] = compared.map((table): Part => {
    const { study, design, contrast, rows } = table;
    const found = rows.map((row) => {
      const name = [outcomeLabel(row.outcome), row.definition].filter(Boolean).join(", ");
      return `${name}: ${comparedText(row, outcomeLabel, said)}`;
    });
    const sources = comparedSources(table).flatMap(({ citation, href }) =>
      quiet(sourceLine(citation, href)),
    );
    return {
      kind: "part",
      id: study.id,
      heading: study.label,
      blocks: [
        ...quiet(`${said.design[design]} · ${said.contrast[contrast]}`),
        ...list(null, found),
        ...quiet(comparedRemarks(table, said)),
        ...sources,
      ],
    };
  });
  return [
    ...paragraph(words.detail.others.note),
    ...(first ? [first] : []),
    ...folded("compared-others", more(others.length), others),
  ];
}
