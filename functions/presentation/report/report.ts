/**
 * An answer in sentences and tables. Equal answers give equal documents. Every number is taken from the
 * answer and has the same digits as on the screen. If a number is missing, the text says so, and why.
 * It describes what cohorts showed and never recommends a treatment.
 *
 * Needs an answer with citations.
 */
import { figureOf } from "../forest/figure.ts";
import type { Catalogue } from "../words/catalogue.ts";
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
import { cohortLists, countsOf, resultBlocks, timingPart } from "./outcome.ts";
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
  const { answer, extent } = parts;
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
    opening: [...lengthsOf(parts, words), ...questionBlocks(answer.question, extent, words)],
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
  const { answer, links } = parts;
  const { outcome: said, cohorts } = words.report;
  const firstMonth = answer.rows.find(({ isLandmark }) => isLandmark);
  const articles = answer.rows.flatMap((row, index): Part[] => {
    const { outcome: id, title: heading, hasNumber, contrast, classes, timing } = row;
    const { svg, png, pngFailed } = said;
    const drawn = figureOf(answer, row, words);
    const figures: readonly Block[] = hasNumber ? [{ kind: "figure", drawn }] : [];
    const picture = { kind: "picture", href: links.forest(id), svg, png, pngFailed } as const;
    const head = row === firstMonth ? survivalPart(parts.survival, sources, words) : [];
    const article: Part = {
      kind: "part",
      id,
      heading,
      blocks: [
        // What is known of the difference; the rest is folded.
        ...(hasNumber ? paragraph(...contrast.finding, fittedAgain(links.fitted(id), words)) : []),
        ...(index === 0
          ? figures
          : narrow(`${id}-drawn`, said.drawn, figures, countsOf(classes, words))),
        ...folded(`${id}-cohorts`, cohorts.heading, [
          ...resultBlocks(row, sources, words),
          ...cohortLists(row, answer.noun, sources, words),
          ...timingPart(`${id}-timing`, timing, words),
          ...(hasNumber ? [picture] : []),
        ]),
      ],
    };
    return [...head, article];
  });
  return [
    ...(answer.rows.some(({ hasNumber }) => hasNumber) ? quiet(said.legend) : []),
    ...articles,
  ];
}

function take({ answer, citation, links }: ReportParts, words: Catalogue): Block[] {
  const { ris, ...files } = links.files;
  const names = Object.entries(words.report.take.files) as [keyof typeof files, string][];
  return takeBlocks(
    {
      answer: answer.view,
      citation: { text: citation, ris },
      files: names.map(([file, text]) => ({ text, href: files[file] })),
      own: links.own,
    },
    words,
  );
}
