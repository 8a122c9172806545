/** Who was in the trials that answer the question, and what is said of their quality. */
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { studyWordOf } from "#presentation/words/arguments.ts";
import { counted } from "#presentation/words/counts.ts";
import { dateText } from "#presentation/words/dates.ts";
import { drawn } from "#presentation/words/element.ts";
import { plain } from "#presentation/words/numbers.ts";
import { Fold } from "../kit/fold.tsx";
import { RecordLink } from "./link.tsx";
import { Timing } from "./outcome.tsx";
import { Cite } from "./references.tsx";
import type { ReportedCohort, ReportView } from "./report-view.ts";

export function Patients({ report }: { report: ReportView }) {
  const { cohorts, answer, links, timing } = report;
  if (cohorts.length === 0) return null;
  const byHand = answer.selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && answer.query.exclude.includes(cohort),
  );
  const rated = cohorts.filter(({ ratings }) => ratings.length > 0);
  return (
    <section id="studies">
      <h2>Who was in these trials</h2>
      {byHand.map(({ cohort, label, parameter }) => (
        <p key={cohort} class="screen">
          Left out by hand: {label}.{" "}
          <a href={`${links.including(cohort, parameter)}#studies`}>put it back</a>
        </p>
      ))}
      <Fold id="patients-each" title="The patients of each study" aside={cohorts.length}>
        <p class="muted">
          Medians and percentages as the sources report them, of groups of patients and not of one.
          The first line of a class has the lowest and highest of its studies, and how many report
          it. A dash: not reported. {reviewedText(report)}
        </p>
        <PatientTable report={report} />
      </Fold>
      {rated.length > 0 && (
        <Fold
          id="studies-bias"
          title="Risk of bias, as rated by others"
          aside={rated.length}
          look="folded"
        >
          <ul>
            {rated.map(({ id, label, ratings }) => (
              <li key={id}>
                <a href={`/v1/cohorts/${id}#bias`}>{label}</a>: {ratings.map(ratingText).join("; ")}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Timing id="studies-timing" classes={timing} at="treatment" />
    </section>
  );
}

function ratingText({ tool, result, ofAllStudies }: ReportedCohort["ratings"][number]): string {
  return `${tool}${ofAllStudies ? ", of all studies of a review together" : ""}: ${result}`;
}

/** How many cohorts a clinician has reviewed as they are now, and whether the rules. */
function reviewedText({ cohorts, rulesReview }: ReportView): string {
  const reviewed = cohorts.filter(({ review }) => review?.isCurrent).length;
  const of = cohorts.length === 1 ? "1 study" : `these ${cohorts.length} studies`;
  const rules = rulesReview?.isCurrent ? "and the rules" : "and not the rules";
  return `A clinician has reviewed ${reviewed === 0 ? "none" : reviewed} of ${of}, ${rules}.`;
}

const columns = {
  n: "Patients",
  age: "Age, median",
  lines: "Prior lines, median",
  transplant: "Earlier transplant, %",
  iss: "ISS stage III, %",
  highRisk: "High-risk cytogenetics, %",
  extramedullary: "Extra\u00ADmedullary, %",
  refractory: "Refractory to three classes, %",
  penta: "Penta-refractory, %",
  priorBcma: "Earlier BCMA therapy",
  followUp: "Follow-up, months",
};

type Column = keyof typeof columns;

const columnNames = Object.keys(columns) as Column[];

function PatientTable({ report }: { report: ReportView }) {
  const { cohorts, answer } = report;
  const noun = studyWordOf(answer.query);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section class="wide" aria-label="The patients of each study" tabIndex={0}>
      <table class="patients">
        <thead>
          <tr>
            <th scope="col">Study</th>
            {columnNames.map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {therapyClasses.map((group) => {
          const ofClass = cohorts.filter((cohort) => cohort.group === group);
          if (ofClass.length === 0) return null;
          return (
            <tbody key={group}>
              <ClassRow group={group} cohorts={ofClass} noun={noun} />
              {ofClass.map((cohort) => (
                <CohortRow key={cohort.id} cohort={cohort} />
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

interface ClassRowProps {
  group: TherapyClass;
  cohorts: readonly ReportedCohort[];
  noun: string;
}

/** The lowest and the highest of its cohorts. */
function ClassRow({ group, cohorts, noun }: ClassRowProps) {
  return (
    <tr class={`whole ${group}`}>
      <th scope="rowgroup">
        <Mark group={group} /> {drawn.className[group]}, {counted(cohorts.length, noun)}
      </th>
      {columnNames.map((column) => (
        <td key={column} data-label={columns[column]}>
          {spreadOf(column, cohorts)}
        </td>
      ))}
    </tr>
  );
}

function CohortRow({ cohort }: { cohort: ReportedCohort }) {
  const { id, label, firstAuthor, year, publication, review } = cohort;
  const published = [firstAuthor, year].filter(Boolean).join(" ");
  return (
    <tr>
      <th scope="row">
        <RecordLink cohort={id} label={label} />
        <small>
          <span class="published"> {published}</span>
          <Cite of={[publication]} />
          {review &&
            ` reviewed by a ${review.role}, ${dateText(review.when)}${review.isCurrent ? "" : "; changed since"}`}
        </small>
      </th>
      {columnNames.map((column) => (
        <td key={column} data-label={columns[column]}>
          {figureOf(column, cohort)}
        </td>
      ))}
    </tr>
  );
}

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

const unknown = "–";

/** Medians are never averaged, and patients never added up, because some are in two cohorts. */
function spreadOf(column: Column, cohorts: readonly ReportedCohort[]): string {
  if (column === "priorBcma") return "";
  const known = cohorts.map(measures[column]).filter((value) => value !== null);
  if (known.length === 0) return unknown;
  const [low, high] = [Math.min(...known), Math.max(...known)].map(plain);
  const range = low === high ? `${low}` : `${low}–${high}`;
  return known.length < cohorts.length ? `${range} (${known.length} of ${cohorts.length})` : range;
}

const priorBcma = { required: "all", some: "some", none: "none", unknown };

function figureOf(column: Column, cohort: ReportedCohort): string {
  if (column === "priorBcma") return priorBcma[cohort.priorBcma];
  const value = measures[column](cohort);
  const { ageRange, priorLinesRange } = cohort;
  const { rissIIIPercent } = cohort.patients;
  // Of the Revised International Staging System, where the other is not reported.
  if (column === "iss" && value === null && rissIIIPercent !== null) {
    return `R-ISS ${plain(rissIIIPercent)}`;
  }
  const range = column === "age" ? ageRange : column === "lines" ? priorLinesRange : null;
  const figure = value === null ? unknown : plain(value);
  return range === null ? figure : `${figure} (${plain(range[0])}–${plain(range[1])})`;
}
