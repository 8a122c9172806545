/** One outcome: its difference, the forest plot, products, checks, published pools, times, every trial. */

import { linkTo } from "#data/source-link.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import {
  type Block,
  folded,
  type Line,
  type List,
  line,
  list,
  looking,
  narrow,
  type Paragraph,
  type Part,
  paragraph,
  part,
  unfoldedOnPaper,
} from "../document/document.ts";
import { figureOf } from "../forest/figure.ts";
import type { FullClass, FullRow } from "../statement/full.ts";
import type { NotPooledText } from "../statement/sources.ts";
import type { StatedTiming, TimingOfClass } from "../statement/timing.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { checksTable } from "./checks.ts";
import { byReason } from "./left-out.ts";
import type { References } from "./references.ts";
import type { PlacedParts, ReportLinks } from "./report-parts.ts";
import { trialsOf } from "./rows.ts";
import { fittedAgain } from "./take.ts";

interface Asked extends Pick<PlacedParts, "answer" | "placed"> {
  readonly links: Pick<ReportLinks, "forest" | "fitted">;
}

export function outcomePart(
  row: FullRow,
  { answer, links, placed }: Asked,
  sources: References,
  words: Catalogue,
): Part[] {
  const { outcome: id, title, hasNumber, contrast, classes, checks } = row;
  const { outcome: said, cohorts } = words.report;
  const { seen, svg, png, pngFailed } = said;
  // Of many outcomes, one that only one class counted needs no picture: its products say it.
  const figures: readonly Block[] =
    hasNumber && !placed.oneClass.includes(row)
      ? [{ kind: "figure", drawn: figureOf(answer, row, words) }]
      : [];
  const picture = { kind: "picture", href: links.forest(id), svg, png, pngFailed } as const;
  const evidence: readonly Block[] = [
    ...figures,
    ...productBlocks(row, sources),
    ...unfoldedOnPaper(
      `${id}-checks`,
      said.checks,
      [
        ...checksTable(row, words),
        // With each check in its row, what all found is said already.
        ...paragraph(
          [checks?.lines.length === 0 && checks.strength, checks?.beneath, checks?.tippingPoint]
            .filter(Boolean)
            .join(" "),
        ),
      ],
      row.difference?.strength,
    ),
    ...publishedBlocks(row, sources, words),
    // How soon a harm begins is read at the bedside.
    ...timingPart(`${id}-timing`, row.timing, sources, words, row.section === "harm"),
    ...folded(`${id}-cohorts`, cohorts.heading, [
      ...resultBlocks(row, sources, words),
      ...cohortLists(row, answer.noun, sources, words),
      ...(hasNumber ? [...paragraph(fittedAgain(links.fitted(id), words)), picture] : []),
    ]),
  ];
  // Of many outcomes the table of the first page has the difference of each.
  if (placed.isLong) {
    const trials = trialsOf(row);
    const blocks = [...looking("screen", ...contrast.finding), ...evidence];
    return unfoldedOnPaper(id, title, blocks, trials > 0 && trials);
  }
  // What is known of the difference; the rest is folded on a phone.
  return part(id, title, [
    ...paragraph(...contrast.finding),
    ...narrow(`${id}-seen`, seen, evidence, countsOf(classes, words)),
  ]);
}

/** Of an outcome whose trials stand elsewhere: what others pooled. */
export function publishedPart(row: FullRow, sources: References, words: Catalogue): Part[] {
  return part(row.outcome, row.title, publishedBlocks(row, sources, words));
}

/** Each product with its count, and that of each of its trials with the source. */
function productBlocks({ classes }: FullRow, sources: References): Paragraph[] {
  return therapyClasses.flatMap((group) => {
    const { products } = classes[group];
    const own = products.map(({ name, count, modelled, trials }): Paragraph[] => {
      const sum = [count, modelled && `(${modelled})`].filter(Boolean).join(" ");
      const [only, another] = trials;
      const isOne = only && !another;
      const each = trials.map((trial, at) => {
        const text = [trial.label, isOne && count ? "" : trial.count].filter(Boolean).join(" ");
        return line(at === 0 ? text : `· ${text}`, sources.cite(trial.citation, "whole"));
      });
      const head = line([{ text: name, mark: "strong" }, sum ? ` ${sum}:` : ":"]);
      return paragraph(head, ...each).map((one) => ({ ...one, look: group }));
    });
    return own.flat();
  });
}

function resultBlocks(row: FullRow, references: References, words: Catalogue): Block[] {
  return [
    ...therapyClasses.flatMap((group) => paragraph(...row.classes[group].sentences)),
    ...collectedParagraph(row, references),
    ...paragraph(row.contrast.ratio),
    ...(row.hasNumber
      ? list(
          words.report.notes,
          row.notes.map(({ text }) => text),
        )
      : []),
    ...paragraph(...row.headToHead.map((text) => `${text}.`)),
  ];
}

/** A response over all with cells collected: each count with its source, and whether it is derived. */
function collectedParagraph({ collected }: FullRow, references: References): Paragraph[] {
  if (!collected) return [];
  return paragraph(
    collected.text,
    ...collected.cohorts.map(({ label, text, citation }) =>
      line(`${label}: ${text}.`, references.cite(citation)),
    ),
  );
}

/** Each pool with its source; nothing where none is known. */
function publishedBlocks(
  { outcome, published }: FullRow,
  sources: References,
  { detail, screen }: Catalogue,
): Block[] {
  if (!published || published.analyses.length === 0) return [];
  const { note, analyses } = published;
  const lines = analyses.map(({ citation, href, rates, contrast, facts }) => {
    const numbers = rates.map(({ group, ofWhom, rate }) =>
      [`${screen.className[group]} ${rate}`, ofWhom].filter(Boolean).join(", "),
    );
    const said = [...numbers, contrast, facts].filter(Boolean).join("; ");
    return line(said, sources.cite({ text: citation, href }));
  });
  return unfoldedOnPaper(
    `${outcome}-published`,
    detail.published.heading,
    [...paragraph(note), ...list(null, lines)],
    analyses.length,
  );
}

/** The cohorts of each class: pooled ones with their figures, the others with the reason. */
function cohortLists(
  { classes }: FullRow,
  noun: StudyWord,
  references: References,
  words: Catalogue,
): List[] {
  return therapyClasses.flatMap((group) => {
    const { trials, trialsLead, notPooled, notPooledLead } = classes[group];
    return [
      ...list(
        trialsLead,
        trials.map(({ long, citation }) => line(long, references.cite(citation))),
      ),
      ...list(notPooledLead, notPooledLines(notPooled, noun, words)),
    ];
  });
}

/** One item for each reason, the most frequent first, with what is reported although not pooled. */
function notPooledLines(
  notPooled: readonly NotPooledText[],
  noun: StudyWord,
  { report }: Catalogue,
): string[] {
  return byReason(notPooled, ({ reason }) => reason).map(([reason, cohorts]) => {
    const labels = cohorts.map(({ label, figure }) => (figure ? `${label} (${figure})` : label));
    return report.cohorts.forReason(cohorts.length, noun, reason, labels);
  });
}

/** So many studies of each class. */
function countsOf(
  classes: Readonly<Record<TherapyClass, FullClass>>,
  { screen }: Catalogue,
): string {
  return therapyClasses
    .map((group) => `${screen.className[group]} ${classes[group].trials.length}`)
    .join(" · ");
}

/** How soon and how long, each class by itself, one line a cohort. */
export function timingPart(
  id: string,
  classes: readonly TimingOfClass<StatedTiming>[],
  sources: References,
  { detail, screen }: Catalogue,
  isOnPaper = true,
): Part[] {
  const lineOf = ({ cohort, label, said, times }: StatedTiming): Line => {
    const places = [...new Set(times.map(({ locator }) => locator))].join("; ");
    const read = new Map(times.map(({ source }) => [source.citation, source]));
    const cited = [...read.values()].flatMap((source) =>
      sources.cite({
        text: source.citation,
        href: linkTo(source),
        tier: source.tier,
        locator: read.size === 1 ? places : null,
      }),
    );
    return line([{ text: label, href: `/v1/cohorts/${cohort}` }, `, ${said}`], cited);
  };
  const blocks: Block[] = classes.flatMap(({ group, lines }) =>
    list(screen.className[group], lines.map(lineOf)),
  );
  if (blocks.length === 0) return [];
  const fold = isOnPaper ? unfoldedOnPaper : folded;
  return fold(id, detail.timing.heading, [...paragraph(detail.asReported), ...blocks]);
}
