/**
 * Results that others printed, never pooled: of single studies by a property of their patients, and
 * studies that set treatments against each other.
 */
import type { TableForPatient } from "#core/evidence/subgroups-of-patient.ts";
import { linkTo } from "#data/source-link.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { comparedRemarks, comparedSources, comparedText } from "../statement/compared.ts";
import { levelsText, notesOf, tablesByStudy } from "../statement/subgroups.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { type Block, folded, line, list, type Part, paragraph, quiet } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

export function subgroupBlocks(
  { subgroups, outcomeLabel }: ReportParts,
  words: Catalogue,
): Block[] {
  if (subgroups.length === 0) return [];
  const { className } = words.screen;
  const { reported } = words.patient;
  const parts = subgroups.flatMap(({ property, tables }) => {
    const studies = tablesByStudy(tables);
    const byClass = therapyClasses.map((group) => ({
      name: className[group],
      own: studies.filter(([first]) => first?.study.therapyClass === group),
    }));
    return folded(
      `by-${property}`,
      reported.by[property],
      byClass.flatMap(({ own }) => own.flatMap((study) => studyBlocks(study, outcomeLabel, words))),
      byClass.map(({ name, own }) => `${name} ${own.length}`).join(" · "),
    );
  });
  return folded("subgroups", words.report.subgroups, [...paragraph(reported.note), ...parts]);
}

function studyBlocks(
  tables: readonly TableForPatient[],
  outcomeLabel: ReportParts["outcomeLabel"],
  { patient: { reported }, screen: { className } }: Catalogue,
): Block[] {
  const [first] = tables;
  if (!first) return [];
  const { label, therapyClass, evidence, cohort } = first.study;
  const levels = tables.flatMap((table) => table.levels);
  const sources = new Map(
    levels.flatMap(({ source }) => source ?? []).map((source) => [source.citation, source]),
  );
  const kind = ` ${className[therapyClass]} · ${reported.evidence[evidence ?? "unknown"]}`;
  return [
    ...paragraph(
      line([
        cohort ? { text: label, href: `/v1/cohorts/${cohort}` } : { text: label, mark: "strong" },
        { text: kind, mark: "quiet" },
      ]),
    ),
    ...list(
      null,
      tables.map(({ outcome, definition, levels: own }) => {
        const name = [outcomeLabel(outcome), definition].filter(Boolean).join(", ");
        return `${name}: ${levelsText(own, reported)}`;
      }),
    ),
    ...quiet(
      ...notesOf(levels).map((note) => `${note}.`),
      ...[...sources.values()].map((source) => sourceLine(source.citation, linkTo(source))),
    ),
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
      return `${name}: ${comparedText(row, said)}`;
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
    ...paragraph(said.note),
    ...(first ? [first] : []),
    ...folded("compared-others", more(others.length), others),
  ];
}
