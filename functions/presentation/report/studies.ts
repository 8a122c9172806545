/** The cohorts that answer the question: who was in them, and what they are. */
import { therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { type Block, cell, folded, line, narrow, paragraph, type Row } from "./document.ts";
import { timingPart } from "./outcome.ts";
import { type ReportedCohort, type ReportParts, type Sorting, sortings } from "./report-parts.ts";

/** Who was in them. */
export function patientBlocks({ cohorts, answer }: ReportParts, words: Catalogue): Block[] {
  if (cohorts.length === 0) return [];
  const { report, screen } = words;
  const { note, cohort, columns, all, spread, each } = report.patients;
  const classes = therapyClasses
    .map((group) => ({
      group,
      name: screen.className[group],
      own: cohorts.filter((one) => one.group === group),
    }))
    .filter(({ own }) => own.length > 0);
  const names = Object.keys(columns) as PatientColumn[];
  return [
    ...paragraph(note),
    {
      kind: "table",
      name: "spread",
      columns: [spread, ...classes.map(({ name, own }) => all(name, own.length, answer.noun))],
      bodies: [
        (Object.keys(measures) as Measured[]).map((column) => ({
          head: cell(columns[column]),
          cells: classes.map(({ own }) => cell(spreadOf(column, own, words))),
        })),
      ],
    },
    ...narrow("patients-each", each, [
      {
        kind: "table",
        name: "patients",
        wide: each,
        columns: [cohort, ...Object.values(columns)],
        bodies: classes.map(({ group, name, own }) => [
          { head: cell(name), cells: [], group },
          ...own.map((one) => ({
            head: cell(recordOf(one)),
            cells: names.map((column) => cell(figureOf(column, one, words))),
          })),
        ]),
      },
    ]),
  ];
}

function recordOf({ id, label }: ReportedCohort) {
  return { text: label, href: `/v1/cohorts/${id}` };
}

type PatientColumn = keyof Catalogue["report"]["patients"]["columns"];
type Measured = Exclude<PatientColumn, "priorBcma">;

const measures = {
  n: "n",
  age: "medianAge",
  lines: "medianPriorLines",
  highRisk: "highRiskCytogeneticsPercent",
  extramedullary: "extramedullaryPercent",
  tripleRefractory: "tripleClassRefractoryPercent",
  followUp: "followUpMonths",
} as const satisfies Readonly<Record<Measured, keyof ReportedCohort>>;

/**
 * The lowest and highest of the cohorts. Medians are never averaged, and patients never added up,
 * because some are in two cohorts.
 */
function spreadOf(
  column: Measured,
  cohorts: readonly ReportedCohort[],
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  const known = cohorts.map((cohort) => cohort[measures[column]]).filter((value) => value !== null);
  if (known.length === 0) return patients.unknown;
  const [low, high] = [Math.min(...known), Math.max(...known)].map(numbers.plain);
  return patients.range(low ?? "", high ?? "", known.length, cohorts.length);
}

function figureOf(
  column: PatientColumn,
  cohort: ReportedCohort,
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  if (column === "priorBcma") return patients.priorBcma[cohort.priorBcma];
  const value = cohort[measures[column]];
  const { ageRange, priorLinesRange } = cohort;
  const range = column === "age" ? ageRange : column === "lines" ? priorLinesRange : null;
  const said = value === null ? patients.unknown : numbers.plain(value);
  return range === null ? said : `${said} (${numbers.plain(range[0])}–${numbers.plain(range[1])})`;
}

export function studyBlocks(parts: ReportParts, words: Catalogue): Block[] {
  const { answer, cohorts, links, sorting, rulesReview } = parts;
  if (cohorts.length === 0) return [];
  const { studies: said } = words.report;
  const orders: Orders = {
    class: cohorts,
    patients: largestFirst(cohorts, ({ n }) => n),
    year: largestFirst(cohorts, ({ year }) => year),
    "follow-up": largestFirst(cohorts, ({ followUpMonths }) => followUpMonths),
  };
  const reviewed = cohorts.filter(({ review }) => review?.isCurrent).length;
  const byHand = answer.leftOut.filter(({ isByHand }) => isByHand);
  return [
    ...paragraph(
      said.note,
      said.reviewed(reviewed, cohorts.length, rulesReview?.isCurrent === true),
    ),
    ...byHand.flatMap(({ cohort, label, parameter }) => {
      const href = `${links.including(cohort, parameter)}#studies`;
      return paragraph(line([`${said.leftOut(label)} `, { text: said.putBack, href }]));
    }),
    ...folded("studies-each", said.each, [
      {
        kind: "orders",
        lead: said.sortedBy,
        items: sortings.map((by) => ({
          by,
          text: said.sortings[by],
          href: `${links.sorted(by)}#studies`,
          isPresent: by === sorting,
        })),
      },
      {
        kind: "table",
        name: "studies",
        wide: said.each,
        columns: Object.values(said.columns),
        bodies: [
          orders[sorting].map((cohort) => ({
            ...studyRow(cohort, links.without(cohort.id), words),
            places: Object.fromEntries(sortings.map((by) => [by, orders[by].indexOf(cohort)])),
          })),
        ],
      },
    ]),
    ...timingPart("studies-timing", parts.timing, words),
  ];
}

function studyRow(
  cohort: ReportedCohort,
  without: string,
  { report: { studies: said }, screen }: Catalogue,
): Row {
  const { group, n, year, followUpMonths, ratings, publication, review } = cohort;
  const leaving = line({ text: said.without, href: `${without}#studies` });
  return {
    head: cell(
      recordOf(cohort),
      leaving,
      review && said.review({ ...review, date: screen.date(review.when) }),
    ),
    cells: [
      cell(`${productName(cohort.product)}, ${screen.className[group]}`),
      cell(`${n ?? "–"}`),
      cell(`${year ?? "–"}`),
      cell(followUpMonths === null ? "–" : said.months(followUpMonths)),
      cell({
        text: ratings.map(said.rating).join("; ") || said.notRated,
        href: `/v1/cohorts/${cohort.id}#bias`,
      }),
      cell(publication === null ? "–" : { text: said.paper, href: publication, isOutside: true }),
    ],
  };
}

type Orders = Readonly<Record<Sorting, readonly ReportedCohort[]>>;

/** What is not known comes last. */
function largestFirst(
  cohorts: readonly ReportedCohort[],
  numberOf: (cohort: ReportedCohort) => number | null,
): readonly ReportedCohort[] {
  const value = (cohort: ReportedCohort) => numberOf(cohort) ?? Number.NEGATIVE_INFINITY;
  return [...cohorts].sort((a, b) => {
    const difference = value(b) - value(a);
    return Number.isNaN(difference) ? 0 : difference;
  });
}
