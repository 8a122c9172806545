/** The first page: the verdict, the table of outcomes with products, what sets the patients apart, limits. */
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import {
  above,
  type Block,
  type Cell,
  cell,
  type Line,
  line,
  list,
  looking,
  paragraph,
  part,
  quiet,
  type Row,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { ProductEvidence } from "../statement/by-trial.ts";
import type { FullRow, FullStatement } from "../statement/full.ts";
import { foldedSentences } from "../statement/numberless-rows.ts";
import type { RandomisedStatement } from "../statement/randomised.ts";
import type { RowStatement } from "../statement/row.ts";
import { reachOf } from "../svg/strip.tsx";
import type { Catalogue } from "../words/catalogue.ts";
import { dateText } from "../words/dates.ts";
import { byReason } from "./left-out.ts";
import type { References } from "./references.ts";
import type { PlacedParts } from "./report-parts.ts";

export function answerBlocks(
  { answer, extent, placed }: Pick<PlacedParts, "answer" | "extent" | "placed">,
  sources: References,
  words: Catalogue,
): Block[] {
  const { screen, report, unreported, widening } = words;
  const { short } = report;
  const { view } = answer;
  const { rows, oneClass, months, folded } = placed;
  // Of a long answer each outcome has its counts below.
  const isBrief = placed.isLong && extent === "whole";
  const notes = footnotesOf(rows, answer, short.footnotes);
  return [
    ...looking("lead", view.verdict.lead, view.verdict.harms),
    ...quiet(short.dated(dateText(view.dataDate)), view.review, screen.footer.audience),
    ...randomisedPart(view.randomised, sources, short.randomised),
    ...paragraph(!answer.rows.some(isTold) && short.nothing),
    ...(rows.length > 0 ? summary(rows, { notes, isBrief }, sources, words) : []),
    ...list(
      null,
      notes.map(({ text }) => text),
      "footnotes",
    ),
    ...unfoldedOnPaper(
      "one-class",
      short.oneClass,
      list(
        null,
        oneClass.map((row) => oneClassLine(row, sources, words)),
      ),
      oneClass.length,
    ),
    ...paragraph(
      months.length > 0 &&
        line([short.months, { text: report.headings.survival, href: "#survival" }]),
    ),
    ...(answer.isEmpty
      ? paragraph(widening.empty)
      : foldedSentences(folded, unreported).flatMap((sentence) => quiet(sentence))),
    ...paragraph(view.labels),
    // These two stand beside each other where there is room.
    ...part(null, short.apart, paragraph(view.patients, view.certainty, view.collected)),
    ...part(null, short.limits, list(null, limitsOf(answer, words).first)),
  ];
}

/** What randomised trials reported of both arms, before any pooled number. */
function randomisedPart(
  trials: readonly RandomisedStatement[],
  sources: References,
  { heading, apart }: Catalogue["report"]["short"]["randomised"],
): Block[] {
  const lines = trials.map(
    ({ leads, label, arm, sizes, enrolled, rates, findings, line: short, sources: read }) => {
      const cited = read.map(({ citation: text, href, tier }) => ({ text, href, tier }));
      if (!leads) return line(short, sources.citeAll(cited));
      const of = [sizes, enrolled].filter(Boolean).join("; ");
      const found = [`, ${arm}: ${of}.`, rates, ...findings].filter(Boolean).join(" ");
      return line([{ text: label, mark: "strong" }, found], sources.citeAll(cited));
    },
  );
  // Where none leads, a line is enough.
  if (trials.every(({ leads }) => !leads)) return quiet(...lines);
  const isSeveral = new Set(trials.map(({ study }) => study)).size > 1;
  return part("randomised", heading, [...list(null, lines), ...paragraph(isSeveral && apart)]);
}

const limitsOnFirstPage = 3;

/** The heaviest first. How differences are made is no limit, but belongs to the methods. */
export function limitsOf({ view }: Pick<FullStatement, "view">, { screen }: Catalogue) {
  const limits = view.notes.filter((text) => text !== screen.fitted);
  return {
    first: limits.slice(0, limitsOnFirstPage),
    others: limits.slice(limitsOnFirstPage),
    fitted: view.notes.find((text) => text === screen.fitted),
  };
}

/** Survival at a month stands by trial. */
function isTold({ hasNumber, classes }: FullRow): boolean {
  return hasNumber || therapyClasses.some((group) => classes[group].trials.length > 0);
}

interface Footnote {
  readonly text: string;
  readonly outcomes: ReadonlySet<string>;
}

const mostFootnotes = 3;

/** What to keep in mind of several rows: what concerns most of them first. */
function footnotesOf(
  rows: readonly FullRow[],
  { notes }: FullStatement,
  inPlainWords: Readonly<Record<string, string>>,
): Footnote[] {
  const general = notes.map(({ code }) => code);
  const own = rows.flatMap((row) =>
    row.notes.flatMap(({ code }) => {
      const text = inPlainWords[code];
      return text && !general.includes(code) ? [{ code, text, outcome: row.outcome }] : [];
    }),
  );
  return byReason(own, ({ text }) => text)
    .slice(0, mostFootnotes)
    .map(([text, all]) => ({ text, outcomes: new Set(all.map(({ outcome }) => outcome)) }));
}

/** Beside the rows. */
interface Said {
  readonly notes: readonly Footnote[];
  /** Each class with the names of its products, which have their counts elsewhere. */
  readonly isBrief: boolean;
}

function summary(
  rows: readonly FullRow[],
  said: Said,
  sources: References,
  words: Catalogue,
): Block[] {
  const { screen, report } = words;
  const { table, brief, columns } = report.short;
  const classes = therapyClasses.map((group) => screen.className[group]);
  return [
    {
      kind: "table",
      look: "summary",
      caption: said.isBrief ? brief : table,
      columns: [columns.outcome, ...classes, columns.difference],
      groups: [{ rows: rows.map((row) => rowOf(row, said, sources, words)) }],
      strips: { cell: 2, reach: reachOf(rows.flatMap(({ difference }) => difference ?? [])) },
    },
  ];
}

const marks = "¹²³";

function rowOf(row: FullRow, { notes, isBrief }: Said, sources: References, words: Catalogue): Row {
  const { label, detail, followUp } = row;
  const noted = notes.flatMap(({ outcomes }, index) =>
    outcomes.has(row.outcome) ? (marks[index] ?? "") : [],
  );
  return {
    at: row.difference?.at,
    name: above([label, ...noted].join(" "), detail),
    cells: [
      ...therapyClasses.map((group) => sideCell(group, row, isBrief, sources, words)),
      differenceCell(row, followUp, words),
    ],
  };
}

/** The number as on the first screen, then each product with its sources, or the names of those that it holds. */
function sideCell(
  group: TherapyClass,
  { sides, classes }: FullRow,
  isBrief: boolean,
  sources: References,
  { report }: Catalogue,
): Cell {
  const { cell: number } = sides[group];
  const { products, extent, trials } = classes[group];
  // One or two trials are read as counts.
  const isNamed = isBrief && trials.length > 2;
  const named = products.filter(({ isCounted }) => isNamed && isCounted);
  const lines = [
    extent,
    report.short.holds(named.map(({ name }) => name)),
    ...products.filter((one) => !named.includes(one)).map((one) => productLine(one, sources)),
  ];
  if (number === null) return cell("–", ...lines);
  return cell([{ text: number.number, mark: "strong" }, ` ${number.under}`], ...lines);
}

/** "Tocilizumab given: bispecific 28 (10–62), 2 of 5 trials: teclistamab 60 of 165 [2]" */
function oneClassLine(
  { label, sides, classes }: FullRow,
  sources: References,
  { screen }: Catalogue,
): Line {
  const group = therapyClasses.find((one) => sides[one].cell !== null) ?? "car-t";
  const { cell: number } = sides[group];
  const { products, extent } = classes[group];
  const counts = products.map(({ name, count, trials }) =>
    [name, count || trials.map((one) => one.count).join(", ")].filter(Boolean).join(" "),
  );
  const rate = [number?.number, number?.under].filter(Boolean).join(" ");
  const said = [`${screen.className[group]} ${rate}`, extent].filter(Boolean).join(", ");
  return line(
    [{ text: label, mark: "strong" }, `: ${said}: ${counts.join(", ")}`],
    sources.citeAll(products.flatMap(({ trials }) => trials.map(({ citation }) => citation))),
  );
}

/** "cilta-cel 137 of 145", with the sources of all its trials. */
function productLine({ name, count, trials }: ProductEvidence, sources: References): Line {
  const each = trials.map((one) => one.count).filter(Boolean);
  const cited = sources.citeAll(trials.map(({ citation }) => citation));
  return line([name, count || each.join(", ")].filter(Boolean).join(" "), cited);
}

function differenceCell(
  { difference, missing, matched, paper, outside }: RowStatement,
  followUp: string,
  { table: { notCompared } }: Catalogue,
): Cell {
  if (difference === null) {
    return cell(missing ? notCompared(missing) : "–", paper, matched, outside, followUp);
  }
  const { amount, strength, withWhat, range } = difference;
  return cell(
    [`${amount} ${withWhat}`, { text: ` (${range})`, mark: "quiet" }],
    strength,
    paper,
    matched,
    outside,
    followUp,
  );
}
