/** The cohorts that answer the question: who was in them, and what is said of their quality. */
import { therapyClasses } from "#data/vocabulary.ts";
import {
  above,
  type Block,
  folded,
  line,
  list,
  narrow,
  paragraph,
  type Row,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { dateText } from "../words/dates.ts";
import { timingPart } from "./outcome.ts";
import type { References } from "./references.ts";
import type { PlacedParts, ReportedCohort, ReportParts } from "./report-parts.ts";

export function studyBlocks(parts: PlacedParts, sources: References, words: Catalogue): Block[] {
  const { answer, cohorts, links, placed, rulesReview } = parts;
  if (cohorts.length === 0) return [];
  const { studies: said, patients } = words.report;
  const reviewed = cohorts.filter(({ review }) => review?.isCurrent).length;
  const byHand = answer.leftOut.filter(({ isByHand }) => isByHand);
  const rated = cohorts.filter(({ ratings }) => ratings.length > 0);
  return [
    ...paragraph(said.reviewed(reviewed, cohorts.length, rulesReview?.isCurrent === true)),
    ...byHand.flatMap(({ cohort, label, parameter }) => {
      const href = `${links.including(cohort, parameter)}#studies`;
      return paragraph(line([`${said.leftOut(label)} `, { text: said.putBack, href }]));
    }),
    ...(placed.isLong ? unfoldedOnPaper : narrow)("patients-each", patients.each, [
      ...paragraph(patients.note),
      patientTable(parts, sources, words),
    ]),
    ...folded(
      "studies-bias",
      said.bias,
      list(
        null,
        rated.map((one) =>
          line([
            { text: one.label, href: `/v1/cohorts/${one.id}#bias` },
            `: ${one.ratings.map(said.rating).join("; ")}`,
          ]),
        ),
      ),
    ),
    ...timingPart("studies-timing", parts.timing, sources, words),
  ];
}

/** A class begins with the lowest and the highest of its cohorts. */
function patientTable(parts: ReportParts, sources: References, words: Catalogue): Block {
  const { report, screen } = words;
  const { cohort, columns, each, all: allOf } = report.patients;
  const names = Object.keys(columns) as Column[];
  return {
    kind: "table",
    look: "patients",
    wide: each,
    columns: [cohort, ...Object.values(columns)],
    groups: therapyClasses.flatMap((group) => {
      const own = parts.cohorts.filter((one) => one.group === group);
      if (own.length === 0) return [];
      const name = allOf(screen.className[group], own.length, parts.answer.noun);
      const all: Row = {
        name: line(name),
        cells: names.map((column) => spreadOf(column, own, words)),
        heads: group,
      };
      return [{ rows: [all, ...own.map((one) => cohortRow(one, names, parts, sources, words))] }];
    }),
  };
}

function cohortRow(
  cohort: ReportedCohort,
  names: readonly Column[],
  { links }: ReportParts,
  sources: References,
  words: Catalogue,
): Row {
  const { studies: said, patients } = words.report;
  const { id, label, firstAuthor, year, publication, review } = cohort;
  const published = patients.published(firstAuthor, year);
  return {
    name: above(
      { text: label, href: `/v1/cohorts/${id}` },
      line(
        [
          { text: said.without, href: `${links.without(id)}#studies`, mark: "screen" },
          { text: published && ` · `, mark: "screen" },
          published,
        ],
        sources.cite(publication),
      ),
      review && said.review({ ...review, date: dateText(review.when) }),
    ),
    cells: names.map((column) => figureOf(column, cohort, words)),
  };
}

type Column = keyof Catalogue["report"]["patients"]["columns"];

const measures = {
  n: ({ n }) => n,
  age: ({ medianAge }) => medianAge,
  lines: ({ medianPriorLines }) => medianPriorLines,
  transplant: ({ patients }) => patients.priorAutoSctPercent,
  iss: ({ patients }) => patients.issIIIPercent,
  highRisk: ({ highRiskCytogeneticsPercent }) => highRiskCytogeneticsPercent,
  extramedullary: ({ extramedullaryPercent }) => extramedullaryPercent,
  refractory: ({ tripleClassRefractoryPercent }) => tripleClassRefractoryPercent,
  penta: ({ patients }) => patients.pentaRefractoryPercent,
  followUp: ({ followUpMonths }) => followUpMonths,
} as const satisfies Readonly<
  Record<Exclude<Column, "priorBcma">, (cohort: ReportedCohort) => number | null>
>;

/**
 * The lowest and highest of the cohorts. Medians are never averaged, and patients never added up,
 * because some are in two cohorts.
 */
function spreadOf(
  column: Column,
  cohorts: readonly ReportedCohort[],
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  if (column === "priorBcma") return "";
  const known = cohorts.map(measures[column]).filter((value) => value !== null);
  if (known.length === 0) return patients.unknown;
  const [low, high] = [Math.min(...known), Math.max(...known)].map(numbers.plain);
  return patients.range(low ?? "", high ?? "", known.length, cohorts.length);
}

function figureOf(
  column: Column,
  cohort: ReportedCohort,
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  if (column === "priorBcma") return patients.priorBcma[cohort.priorBcma];
  const value = measures[column](cohort);
  const { ageRange, priorLinesRange } = cohort;
  const { rissIIIPercent } = cohort.patients;
  if (column === "iss" && value === null && rissIIIPercent !== null) {
    return patients.revised(numbers.plain(rissIIIPercent));
  }
  const range = column === "age" ? ageRange : column === "lines" ? priorLinesRange : null;
  const said = value === null ? patients.unknown : numbers.plain(value);
  return range === null ? said : `${said} (${numbers.plain(range[0])}–${numbers.plain(range[1])})`;
}
