/** Who was in the cohorts: what the sources say of their patients, by class and cohort. */

import { groups } from "#core/evidence/classes.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { Props } from "./report.tsx";
import type { ReportedCohort } from "./report-parts.ts";

type PatientColumn = keyof Catalogue["report"]["patients"]["columns"];

/** The columns of the table. */
const patientColumns = [
  "n",
  "age",
  "lines",
  "highRisk",
  "extramedullary",
  "tripleRefractory",
  "priorBcma",
  "followUp",
] as const satisfies readonly PatientColumn[];

export function Patients({ parts: { cohorts }, words }: Props) {
  const { report, screen } = words;
  const { note, cohort, columns } = report.patients;
  return (
    <>
      <p>{note}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
      <section class="wide" aria-label={report.headings.patients} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{cohort}</th>
              {patientColumns.map((column) => (
                <th key={column} scope="col">
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <ClassRows
              key={group}
              name={screen.className[group]}
              cohorts={cohorts.filter((one) => one.group === group)}
              words={words}
            />
          ))}
        </table>
      </section>
    </>
  );
}

function ClassRows({
  name,
  cohorts,
  words,
}: {
  name: string;
  cohorts: readonly ReportedCohort[];
  words: Catalogue;
}) {
  if (cohorts.length === 0) return null;
  const { all } = words.report.patients;
  return (
    <tbody>
      <tr class="class">
        <th scope="rowgroup">{all(name, cohorts.length)}</th>
        {patientColumns.map((column) => (
          <td key={column}>{spreadOf(column, cohorts, words)}</td>
        ))}
      </tr>
      {cohorts.map((cohort) => (
        <tr key={cohort.id}>
          <th scope="row">
            <a href={`/v1/cohorts/${cohort.id}`}>{cohort.label}</a>
          </th>
          {patientColumns.map((column) => (
            <td key={column}>{textOf(column, cohort, words)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

type Measured = Exclude<PatientColumn, "priorBcma">;

const values: Readonly<Record<Measured, (cohort: ReportedCohort) => number | null>> = {
  n: ({ n }) => n,
  age: ({ medianAge }) => medianAge,
  lines: ({ medianPriorLines }) => medianPriorLines,
  highRisk: ({ highRiskCytogeneticsPercent }) => highRiskCytogeneticsPercent,
  extramedullary: ({ extramedullaryPercent }) => extramedullaryPercent,
  tripleRefractory: ({ tripleClassRefractoryPercent }) => tripleClassRefractoryPercent,
  followUp: ({ followUpMonths }) => followUpMonths,
};

const ranges: Partial<
  Record<PatientColumn, (cohort: ReportedCohort) => readonly [number, number] | null>
> = {
  age: ({ ageRange }) => ageRange,
  lines: ({ priorLinesRange }) => priorLinesRange,
};

/**
 * The lowest and highest of the cohorts. Medians are never averaged, and patients never added up,
 * because some are in two cohorts.
 */
function spreadOf(
  column: PatientColumn,
  cohorts: readonly ReportedCohort[],
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  if (column === "priorBcma") return "";
  const known = cohorts.map(values[column]).filter((value) => value !== null);
  if (known.length === 0) return patients.unknown;
  const [low, high] = [Math.min(...known), Math.max(...known)].map(numbers.plain);
  return patients.spread(low ?? "", high ?? "", known.length, cohorts.length);
}

function textOf(
  column: PatientColumn,
  cohort: ReportedCohort,
  { report: { patients }, screen: { numbers } }: Catalogue,
): string {
  if (column === "priorBcma") return patients.priorBcma[cohort.priorBcma];
  const value = values[column](cohort);
  const range = ranges[column]?.(cohort) ?? null;
  const said = value === null ? patients.unknown : numbers.plain(value);
  return range === null ? said : `${said} (${numbers.plain(range[0])}–${numbers.plain(range[1])})`;
}
