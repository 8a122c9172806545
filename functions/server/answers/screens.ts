/** What the element asks for, as the text of the response: screens, opened rows, patients, sheets. */
import { choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import { sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import { dataset } from "#core/dataset.ts";
import { adjustedComparisonsOf } from "#core/evidence/adjusted-comparisons.ts";
import { subgroupsOf } from "#core/evidence/subgroups.ts";
import { timingOf } from "#core/evidence/timing.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { rememberingModels as models } from "#core/remembering/remembering-models.ts";
import { comparisons, subgroups } from "#data/generated/collections.ts";
import { sections } from "#data/generated/sheet-data.ts";
import { timings } from "#data/generated/timing.ts";
import type { Outcome } from "#data/schema.ts";
import { openedRowOf } from "#presentation/statement/opened-row.ts";
import { patientsOf } from "#presentation/statement/patients.ts";
import { type Screen, screenOf } from "#presentation/statement/screen.ts";
import { sheetsOf } from "#presentation/statement/sheets.ts";
import { saidTiming } from "#presentation/statement/timing.ts";
import { sensitivityWithWords } from "#presentation/words/analyses-with-words.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { compareInWords, compareWithSources, makeComparison } from "./make-comparison.ts";
import { outcomeLabel } from "./outcome-names.ts";

/** The answer to a question, or to the same one about the classes if it asks for others. */
export function screenJson(query: Query, words: Catalogue, canonical: string): string {
  return JSON.stringify(screen(query, words, canonical));
}

function screen(query: Query, words: Catalogue, canonical: string): Screen {
  if (query.compare === usualDimension) {
    return screenOf(compareInWords(query, words, canonical), null, words);
  }
  const products = makeComparison(query, words, canonical);
  return screenOf(ofClasses(query, words), products, words);
}

function ofClasses(query: Query, words: Catalogue): Comparison {
  const asked = { ...query, compare: usualDimension };
  return compareInWords(asked, words, canonicalQuery(asked, dataset));
}

/** The row as it stands in the answer to the question, or by itself if the question does not ask for it. */
export function openedRowJson(
  query: Query,
  outcome: Outcome,
  words: Catalogue,
  canonical: string,
): string {
  const whole = compareWithSources(query, words, canonical);
  const isRow = (one: Comparison["outcomes"][number]) => one.outcome === outcome.id;
  const answer = whole.outcomes.some(isRow)
    ? whole
    : compareWithSources({ ...query, outcome: [outcome.id] }, words);
  const row = answer.outcomes.find(isRow);
  if (!row) throw new Error(`no row for ${outcome.id}`);
  const isChecked = row.contrasts[0]?.status === "ok";
  const checks = isChecked
    ? sensitivityWithWords(sensitivity(query, outcome, dataset, models), outcome, words).held
    : null;
  const timing = timingOf(dataset, timings, { row: outcome.id }).map((line) => ({
    ...line,
    ...saidTiming(line, outcome.id, outcomeLabel, words.report.timing),
  }));
  const compared = adjustedComparisonsOf(comparisons, { row: outcome.id });
  const opened = openedRowOf(row, answer, { checks, timing, compared, outcomeLabel }, words);
  return JSON.stringify(opened, asDrawn);
}

/** Numbers of a row are places and sizes on a screen, months and patients: five digits are enough. */
function asDrawn(_name: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

export function patientsJson(query: Query, words: Catalogue, canonical: string): string {
  const answer = compareInWords(query, words, canonical);
  const tables = subgroupsOf(subgroups, {});
  return JSON.stringify(patientsOf(answer, dataset.cohorts, tables, outcomeLabel, words.patient));
}

export function sheetsJson(query: Query, words: Catalogue, canonical: string): string {
  const more = sections.map(({ section, filters }) => ({
    section,
    filters: filters.map(({ name, form }) => ({ name, isRange: form === "range" })),
  }));
  return JSON.stringify(sheetsOf(choices(query, dataset, canonical), more, words.sheets));
}
