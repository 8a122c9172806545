/**
 * An answer in sentences and tables. Equal answers give equal documents. Every number is taken from the
 * answer and has the same digits as on the screen. If a number is missing, the text says so, and why.
 * It describes what cohorts showed and never recommends a treatment.
 *
 * Needs an answer with citations.
 */
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { figureOf } from "../forest/figure.ts";
import { hasNumber } from "../statement/figures.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { cohortLists, timingPart } from "./cohorts.ts";
import { findingSentences } from "./difference.ts";
import {
  type Block,
  type Document,
  folded,
  narrow,
  type Orders,
  type Part,
  paragraph,
  quiet,
} from "./document.ts";
import { leftOutBlocks } from "./left-out.ts";
import { comparedBlocks, subgroupBlocks } from "./others.ts";
import { resultBlocks, titleOf } from "./outcome.ts";
import { questionBlocks } from "./question.ts";
import { type References, references } from "./references.ts";
import { extents, type ReportParts } from "./report-parts.ts";
import { shortBlocks } from "./short.ts";
import { patientBlocks, studyBlocks } from "./studies.ts";
import { sureBlocks } from "./sure.ts";
import { survivalPart } from "./survival.ts";
import { fittedAgain, takeBlocks } from "./take.ts";

/** What is told at which length, in this order. */
const contents = {
  short: ["short", "take"],
  whole: ["short", "holds", "outcomes", "studies", "left-out", "compared", "references", "take"],
} as const;

export function reportOf(parts: ReportParts, words: Catalogue): Document {
  const { comparison, extent } = parts;
  const { headings } = words.report;
  const sources = references(words);
  const blocksOf: Readonly<Record<keyof typeof headings, () => readonly Block[]>> = {
    short: () => shortBlocks(parts, words),
    outcomes: () => outcomeParts(parts, sources, words),
    holds: () => sureBlocks(parts, words),
    studies: () => [...patientBlocks(parts, words), ...studyBlocks(parts, words)],
    "left-out": () => leftOutBlocks(parts, words),
    compared: () => [...comparedBlocks(parts, words), ...subgroupBlocks(parts, words)],
    // After the outcomes, whose citations give each source its number.
    references: () => {
      const blocks = sources.blocks();
      const count = blocks.reduce((sum, { items }) => sum + items.length, 0);
      return folded("sources", words.report.references.count(count), blocks);
    },
    take: () => take(parts, words),
  };
  const sections = contents[extent].map((id) => ({
    id,
    heading: headings[id],
    blocks: blocksOf[id](),
  }));
  return {
    title: words.screen.title,
    opening: [...lengthsOf(parts, words), ...questionBlocks(comparison, extent, words)],
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    abbreviations: words.detail.abbreviations,
    found: `${words.report.see} ${parts.links.own}`,
  };
}

function lengthsOf({ extent, links }: ReportParts, { report }: Catalogue): Orders[] {
  const { lead, ...lengths } = report.lengths;
  return [
    {
      kind: "orders",
      lead,
      items: extents.map((one) => ({
        text: lengths[one],
        href: links.extent(one),
        isPresent: one === extent,
      })),
    },
  ];
}

function outcomeParts(parts: ReportParts, sources: References, words: Catalogue): Block[] {
  const { comparison, links } = parts;
  const { outcome: said, cohorts } = words.report;
  const isFirstMonth = (id: string) =>
    id === comparison.outcomes.find(({ outcome }) => familyOf(outcome) !== null)?.outcome;
  const articles = comparison.outcomes.flatMap((row, index): Part[] => {
    const heading = titleOf(row);
    const id = row.outcome;
    const { svg, png, pngFailed } = said;
    const drawn = figureOf(comparison, row, familyOf(id) !== null, words);
    const figures: readonly Block[] = hasNumber(row) ? [{ kind: "figure", drawn }] : [];
    const studies = therapyClasses.map(
      (group) => `${words.screen.className[group]} ${row.pools[group].studies.length}`,
    );
    const picture = { kind: "picture", href: links.forest(id), svg, png, pngFailed } as const;
    const head = isFirstMonth(id) ? survivalPart(parts, sources, words) : [];
    const article: Part = {
      kind: "part",
      id,
      heading,
      blocks: [
        // What is known of the difference; the rest is folded.
        ...(hasNumber(row)
          ? paragraph(
              ...findingSentences(row, comparison, words),
              fittedAgain(links.fitted(id), words),
            )
          : []),
        ...(index === 0
          ? figures
          : narrow(`${id}-drawn`, said.drawn, figures, studies.join(" · "))),
        ...folded(`${id}-cohorts`, cohorts.heading, [
          ...resultBlocks(row, comparison, sources, words),
          ...cohortLists(row, comparison, sources, words),
          ...timingPart(parts, row, words),
          ...(hasNumber(row) ? [picture] : []),
        ]),
      ],
    };
    return [...head, article];
  });
  return [...(comparison.outcomes.some(hasNumber) ? quiet(said.legend) : []), ...articles];
}

function take({ comparison, citation, links }: ReportParts, words: Catalogue): Block[] {
  const { ris, ...files } = links.files;
  const names = Object.entries(words.report.take.files) as [keyof typeof files, string][];
  return takeBlocks(
    {
      answer: comparison,
      citation: { text: citation, ris },
      files: names.map(([file, text]) => ({ text, href: files[file] })),
      own: links.own,
    },
    words,
  );
}
