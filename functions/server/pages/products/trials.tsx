/** What trials of a product printed, trial by trial: counts, medians, times, late neurotoxicity. */
import type { TherapyClass } from "#data/vocabulary.ts";
import {
  countTable,
  harmTimes,
  lateNeurotoxicityLines,
  type TrialLine,
  type TrialLines,
  type TrialTable,
  treatmentTimes,
  trialMedians,
} from "#presentation/statement/product/trials.ts";
import type { productAnswer } from "../../answers/product-answer.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { Nothing, NumberCell, Table } from "../kit/table.tsx";

const counted = {
  response: ["orr", "vgpr", "cr"],
  harms: ["crs-3", "icans", "infection-3"],
} as const;

interface ResultsProps extends ReturnType<typeof productAnswer> {
  group: TherapyClass;
  slug: string;
}

export function Results({ question, answer, mediansOf, group, slug }: ResultsProps) {
  const tables = [
    ["response", "Response", countTable(answer, group, counted.response)],
    ["harms", "Harms", countTable(answer, group, counted.harms)],
  ] as const;
  const medians = trialMedians(slug, mediansOf);
  const isEmpty = medians.length === 0 && tables.every(([, , { rows }]) => rows.length === 0);
  return (
    <Section id="achieved" title="Trial by trial" isWide>
      {isEmpty && <p class="unknown">No trial here has a number of these outcomes.</p>}
      <div class="beside">
        {tables.map(
          ([id, title, table]) =>
            table.rows.length > 0 && (
              <div key={id}>
                <h3 id={id}>{title}</h3>
                <TrialNumbers labelledBy={id} {...table} />
              </div>
            ),
        )}
      </div>
      {medians.length > 0 && (
        <Table
          label="Medians, trial by trial"
          columns={["Trial", "Median months", "Interval"]}
          groups={medians.map(({ title, medians: own }) => ({
            title,
            rows: own.map(({ cohort, label, number, basis, followed, href }) => ({
              name: (
                <>
                  <a href={`/v1/cohorts/${cohort}.html`}>{label}</a>
                  <span class="basis">{followed}</span>
                </>
              ),
              cells: [<NumberCell key="number" number={number} href={href} />, basis],
            })),
          }))}
        />
      )}
      <p class="quiet">
        Patients and definitions differ between trials. A number leads to its source and its place
        there. “–” is not counted here: the record of the trial has all that was printed.{" "}
        <a href={`/embed?${question}`}>Compare</a> · <a href={`/report?${question}`}>as a report</a>
      </p>
    </Section>
  );
}

function TrialNumbers({ columns, rows, labelledBy }: TrialTable & { labelledBy: string }) {
  return (
    <Table
      labelledBy={labelledBy}
      columns={["Trial", ...columns]}
      rows={rows.map(({ cohort, label, cells }) => ({
        name: <a href={`/v1/cohorts/${cohort}.html`}>{label}</a>,
        cells: cells.map((cell, index) =>
          cell === null ? (
            <Nothing key={index} why="not counted" />
          ) : (
            <NumberCell key={index} {...cell} />
          ),
        ),
      }))}
    />
  );
}

export function HarmTimes({ slug }: { slug: string }) {
  const groups = harmTimes(slug);
  return (
    <Section id="onset" title="How soon harm came, how long it lasted">
      {groups.length === 0 && <p class="unknown">No time is printed in our sources.</p>}
      <Lines groups={groups} />
    </Section>
  );
}

export function LateNeurotoxicity({ slug }: { slug: string }) {
  const trials = lateNeurotoxicityLines(slug, "trial");
  const practice = lateNeurotoxicityLines(slug, "real-world");
  const isEmpty = trials.length + practice.length === 0;
  return (
    <Section id="late" title="Late neurotoxicity">
      <p class={isEmpty ? "unknown" : "quiet"}>
        {isEmpty
          ? "No figure is printed in our sources."
          : "Parkinsonism, cranial nerves and other nerves, not ICANS. When it began is said where it is printed."}
      </p>
      <Lines groups={trials} />
      {practice.length > 0 && (
        <Fold title="As studies of practice printed it" count={countOf(practice)}>
          <Lines groups={practice} />
        </Fold>
      )}
    </Section>
  );
}

function countOf(groups: readonly TrialLines[]): number {
  return groups.reduce((count, { lines }) => count + lines.length, 0);
}

export function TreatmentTimes({ slug }: { slug: string }) {
  return <TrialLineList lines={treatmentTimes(slug)} />;
}

function Lines({ groups }: { groups: readonly TrialLines[] }) {
  return (
    <>
      {groups.map(({ title, lines }) => (
        <div key={title}>
          <h3>{title}</h3>
          <TrialLineList lines={lines} />
        </div>
      ))}
    </>
  );
}

function TrialLineList({ lines }: { lines: readonly TrialLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="told">
      {lines.map(({ cohort, label, text, definition, citation, locator }) => (
        <li key={`${cohort} ${text} ${definition}`}>
          <a href={`/v1/cohorts/${cohort}.html`}>{label}</a>: {text}
          <span class="basis">
            {[definition, `${citation}${locator === "" ? "" : `: ${locator}`}`]
              .filter(Boolean)
              .join(" – ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
