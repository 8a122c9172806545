/**
 * An answer in sentences and tables. Equal answers give equal text. Every number is taken from the
 * answer and has the same digits as on the screen. If a number is missing, the text says so, and why.
 * It describes what cohorts showed and never recommends a treatment.
 *
 * Needs an answer with citations.
 */
import { hasNumber } from "../statement/reported.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { differenceWords } from "../words/rates.ts";
import { cohortLists, timingPart } from "./cohorts.ts";
import {
  type Block,
  cell,
  type Document,
  folded,
  line,
  type Part,
  paragraph,
  quiet,
  type Row,
  type Section,
} from "./document.ts";
import { leftOutBlocks } from "./left-out.ts";
import { comparedBlocks, subgroupBlocks } from "./others.ts";
import { plainBlocks, resultBlocks, titleOf } from "./outcome.ts";
import { questionBlocks } from "./question.ts";
import { type References, references } from "./references.ts";
import type { ReportParts } from "./report-parts.ts";
import { shortBlocks } from "./short.ts";
import { patientBlocks, studyBlocks } from "./studies.ts";
import { takeBlocks } from "./take.ts";

/** What is told at which length, and to whom, in this order. */
const contents = {
  short: ["short", "take"],
  generalist: ["short", "outcomes", "left-out", "references", "take"],
  specialist: [
    ...(["short", "outcomes", "holds", "patients", "studies", "left-out"] as const),
    ...(["subgroups", "compared", "references", "take"] as const),
  ],
} as const;

/** @param foreword Stands before the sections. */
export function reportOf(
  parts: ReportParts,
  words: Catalogue,
  foreword: readonly Section[] = [],
): Document {
  const { comparison, depth, extent } = parts;
  const isShort = extent === "short";
  const { headings } = words.report;
  const sources = references(words);
  const blocksOf: Readonly<Record<keyof typeof headings, () => readonly Block[]>> = {
    short: () => shortBlocks(parts, words),
    outcomes: () => outcomeParts(parts, sources, words),
    holds: () => holdsBlocks(parts, words),
    patients: () => patientBlocks(parts, words),
    studies: () => studyBlocks(parts, words),
    "left-out": () => leftOutBlocks(parts, words),
    subgroups: () => subgroupBlocks(parts, words),
    compared: () => comparedBlocks(parts, words),
    // After the outcomes, whose citations give each source its number.
    references: () => sources.blocks(),
    take: () => take(parts, words),
  };
  const sections = contents[isShort ? "short" : depth].map((id) => ({
    id,
    heading: headings[id],
    blocks: blocksOf[id](),
  }));
  return {
    title: words.screen.title,
    opening: questionBlocks(comparison, isShort ? "generalist" : depth, words),
    sections: [...foreword, ...sections.filter(({ blocks }) => blocks.length > 0)],
    abbreviations: words.detail.abbreviations,
  };
}

function outcomeParts(parts: ReportParts, sources: References, words: Catalogue): Part[] {
  const { comparison, depth, links, sensitivity } = parts;
  const { outcome: said, cohorts } = words.report;
  return comparison.outcomes.map((row) => {
    const heading = titleOf(row);
    const id = row.outcome;
    if (depth === "generalist") {
      return { kind: "part", id, heading, blocks: plainBlocks(row, comparison, sources, words) };
    }
    const figure: Block = {
      kind: "figure",
      alt: said.picture(heading),
      light: links.forest(id, "light"),
      dark: links.forest(id, "dark"),
      png: said.png,
      pngFailed: said.pngFailed,
    };
    const isContrasted = row.contrasts.some(({ status }) => status === "ok");
    const checks = {
      text: said.alone,
      href: `${links.outcome(id)}#holds`,
      isOfPage: true,
    } as const;
    return {
      kind: "part",
      id,
      heading,
      blocks: [
        ...(hasNumber(row) ? [figure] : []),
        ...resultBlocks(row, comparison, sources, words),
        ...folded(`${id}-cohorts`, cohorts.heading, cohortLists(row, comparison, sources, words)),
        ...timingPart(parts, row, words),
        ...paragraph(sensitivity === null && isContrasted && line(checks)),
      ],
    };
  });
}

function take({ comparison, citation, extent, links }: ReportParts, words: Catalogue): Block[] {
  const { files: names } = words.report.take;
  const { ris, ...files } = links.files;
  const other = extent === "whole" ? "short" : "whole";
  const order = ["compare", "products", "csv", "json", "brief", "plain", "qr", "error"] as const;
  return takeBlocks(
    {
      answer: comparison,
      citation: citation === null ? null : { text: citation, ris },
      files: [
        { text: names[other], href: links.extent(other) },
        ...order.map((file) => ({ text: names[file], href: files[file] })),
      ],
      own: links.own,
    },
    words,
  );
}

/** The checks of the only outcome: the question again with one thing changed. */
function holdsBlocks({ sensitivity }: ReportParts, words: Catalogue): Block[] {
  if (sensitivity === null) return [];
  const { columns, note } = words.report.holds;
  return [
    ...paragraph(sensitivity.held.text),
    ...paragraph(sensitivity.productLevel?.text),
    ...quiet(note),
    {
      kind: "table",
      name: "holds",
      columns: [columns.check, columns.verdict, columns.difference],
      bodies: [sensitivity.analyses.map((analysis) => checkRow(analysis, words))],
    },
  ];
}

type Analysis = NonNullable<ReportParts["sensitivity"]>["analyses"][number];

function checkRow(
  { label, verdict, reason, query, contrasts: [contrast] }: Analysis,
  { screen, report: { holds } }: Catalogue,
): Row {
  const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
  const said =
    differencePer100 === null || differenceInterval === null
      ? null
      : differenceWords(differencePer100, differenceInterval, screen);
  const finding = verdict === null ? reason && holds.unjudged[reason] : holds.verdict[verdict];
  return {
    head: cell(query === null ? label : { text: label, href: `/report?${query}` }),
    cells: [cell(finding ?? ""), cell(said === null ? "–" : `${said.amount} (${said.range})`)],
  };
}
