/** Other groups than the two classes, outcome by outcome: each product as counted, the others pooled by themselves. */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { DimensionName, ThresholdName } from "#core/question/dimensions.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { axisTo } from "../statement/axis.ts";
import { reportedText } from "../statement/not-pooled.ts";
import { remarksOf } from "../statement/notes.ts";
import { isNotRepresented } from "../statement/products.ts";
import { filterWords, publishedQuestion, rules } from "../statement/question.ts";
import { type ShownRate, shownOf } from "../statement/shown-numbers.ts";
import { evidenceText } from "../statement/side.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import {
  type Block,
  cell,
  type Document,
  folded,
  line,
  list,
  type Piece,
  paragraph,
  quiet,
  type Row,
  type Section,
} from "./document.ts";
import type { ReportLinks } from "./report-parts.ts";
import { takeBlocks } from "./take.ts";

export interface SideBySideParts {
  readonly comparison: Comparison<string>;
  /** How to cite this page. */
  readonly citation: string;
  readonly links: Pick<ReportLinks, "own" | "classes" | "files">;
}

export function sideBySideOf(parts: SideBySideParts, words: Catalogue): Document {
  const { comparison } = parts;
  const { query, outcomes, cautions } = comparison;
  const { question, sideBySide: said, short } = words.report;
  const named = namedGroups(comparison);
  return {
    title: titleOf(comparison, words),
    opening: [
      ...paragraph(
        publishedQuestion(comparison, question),
        question.lookedFor(filterWords(query, words)),
        ...rules(query, question),
      ),
      ...paragraph(said.confounded),
      ...paragraph(named.length === 0 && short.nothing),
    ],
    sections: [
      ...outcomes.map((row) => outcomeSection(row, named, query, words)),
      ...section(
        said.remarks,
        list(
          null,
          cautions.map(({ text }) => text),
        ),
      ),
      ...section(
        said.cohorts,
        named.map((group) => groupPart(group, query.compare === "product", words)),
      ),
      ...section(said.inNoGroup, cohortsInNoGroup(comparison)),
      ...section(words.report.headings.take, take(parts, words)),
    ],
    abbreviations: words.detail.abbreviations,
  };
}

function section(heading: string, blocks: readonly Block[]): Section[] {
  return blocks.length > 0 ? [{ id: null, heading, blocks }] : [];
}

function titleOf({ query }: Pick<Comparison<string>, "query">, { report }: Catalogue): string {
  const [dimension = ""] = query.compare.split(":");
  return report.sideBySide.title[dimension as DimensionName | ThresholdName];
}

interface NamedGroup {
  readonly id: string;
  readonly name: string;
  /** `null` if it has cohorts of both classes. */
  readonly therapyClass: TherapyClass | null;
  readonly cohorts: Comparison<string>["selection"]["included"];
}

/** CAR-T first, then bispecifics, then groups of both. */
function namedGroups({ groups, groupNames, selection }: Comparison<string>): NamedGroup[] {
  const named = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return { id, name: groupNames[id] ?? id, cohorts, therapyClass: another ? null : only };
  });
  return [...therapyClasses, null].flatMap((ofClass) =>
    named.filter(({ therapyClass }) => therapyClass === ofClass),
  );
}

interface Rated extends NamedGroup {
  readonly pool: Pool;
  /** `null` where the trials of a product differ: each stands for itself. */
  readonly shown: ShownRate | null;
}

function outcomeSection(
  row: OutcomeComparison<string>,
  named: readonly NamedGroup[],
  query: Comparison["query"],
  words: Catalogue,
): Section {
  const { none, caption, columns } = words.report.sideBySide;
  const rated = named.flatMap((group): Rated[] => {
    const pool = row.pools[group.id];
    const shown = shownOf(row, group.id);
    return pool && (shown || isNotRepresented(pool)) ? [{ ...group, pool, shown }] : [];
  });
  const silent = named.filter(({ id }) => rated.every((group) => group.id !== id));
  const table: Block = {
    kind: "table",
    name: "groups",
    caption: [row.detail, caption].filter(Boolean).join(". "),
    columns: [columns.group, columns.rate],
    bodies: [rated.map((group) => rateRow(group, query, words))],
    axis: axisTo(
      row.direction,
      rated.flatMap(({ shown }) => shown?.interval[1] ?? []),
    ),
  };
  return {
    id: row.outcome,
    heading: row.label,
    blocks: [
      ...(rated.length > 0 ? [table] : []),
      ...quiet(silent.length > 0 && none(silent.map(({ name }) => name))),
      ...remarks(row, words),
    ],
  };
}

function rateRow(
  { name, therapyClass, pool, shown }: Rated,
  query: Comparison["query"],
  { screen }: Catalogue,
): Row {
  const { numbers } = screen;
  const rate: Piece[] = shown
    ? [
        { text: rateOf100(shown.estimate, 0, numbers), mark: "strong" },
        ` ${rangeOf100(shown.interval, numbers)}`,
      ]
    : [];
  const evidence = shown
    ? evidenceText(name, pool, { strings: screen, query })
    : pool.products.map((product) => product.shown).join("; ");
  return {
    head: cell(name, therapyClass && screen.className[therapyClass]),
    cells: [cell(rate, evidence, pool.chain?.text)],
    drawn: shown && { shown, therapyClass },
  };
}

/** Certainty, cautions, and what was reported but not pooled. */
function remarks(row: OutcomeComparison<string>, { screen, detail }: Catalogue): Block[] {
  const { level } = row.certainty;
  const texts = remarksOf(row).map(({ text }) => text);
  const notPooled = Object.values(row.pools)
    .flatMap((pool) => pool.notPooled)
    .filter(({ code }) => code !== "not-reported")
    .map((cohort) => {
      const figure = [reportedText(cohort, detail), cohort.reason].filter(Boolean).join(" – ");
      return line([recordOf(cohort), `: ${figure}`]);
    });
  return folded(
    `${row.outcome}-remarks`,
    level === "not-rated" ? detail.why : detail.certaintyLine(screen.certainty[level]),
    [...list(null, texts), ...list(detail.notPooled, notPooled)],
    `+${texts.length + notPooled.length}`,
  );
}

function recordOf({ cohort, label }: { cohort: string; label: string }): Piece {
  return { text: label, href: `/v1/cohorts/${cohort}` };
}

function groupPart({ id, name, cohorts }: NamedGroup, isProduct: boolean, words: Catalogue): Block {
  const facts = { text: words.report.sideBySide.facts(name), href: `/products/${id}` };
  return {
    kind: "part",
    id: null,
    heading: name,
    blocks: [
      ...paragraph(isProduct && line(facts)),
      ...list(
        null,
        cohorts.map((cohort) => line(recordOf(cohort))),
      ),
    ],
  };
}

function cohortsInNoGroup({ selection }: Comparison<string>): Block[] {
  const left = selection.excluded.filter(({ parameter }) => parameter === "compare");
  return list(
    null,
    left.map((cohort) => line([recordOf(cohort), `: ${cohort.reason}`])),
  );
}

function take({ comparison, citation, links }: SideBySideParts, words: Catalogue): Block[] {
  const { files } = words.report.sideBySide;
  return takeBlocks(
    {
      answer: comparison,
      citation: { text: citation, ris: null },
      files: [
        { text: files.classes, href: links.classes },
        { text: files.csv, href: links.files.csv },
        { text: files.json, href: links.files.json },
      ],
      own: links.own,
    },
    words,
  );
}
