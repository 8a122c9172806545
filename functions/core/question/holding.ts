/** Which question holds a patient, who changes the question and never which of its trials count. */
import { type ParameterName, propertyName } from "./parameter-names.ts";
import type { Vocabulary } from "./parameter-values.ts";
import { hadBcma, type Patient } from "./patient.ts";
import type { Query, Value } from "./query.ts";
import { changedParameters } from "./query-text.ts";
import { queryFrom } from "./read-values.ts";

export const holdingNames = ["after-bcma", "early", "late"] as const;
export type HoldingName = (typeof holdingNames)[number];

export const holdingReasons = [
  /** Nothing was said that chooses a question. */
  "as-asked",
  "after-bcma",
  /** No earlier BCMA-directed therapy, and nothing said of the lines. */
  "without-bcma",
  "one-or-two-lines",
  "three-or-four-lines",
  "five-lines",
  /** No trial recruited patients after BCMA-directed therapy so early. */
  "after-bcma-early",
  "no-lines",
] as const;
export type HoldingReason = (typeof holdingReasons)[number];

export interface OfferedQuestion {
  readonly name: HoldingName;
  readonly query: Query;
}

export interface Holding {
  /** `null` if no question holds the patient: then there are no numbers. */
  readonly held: Query | null;
  readonly because: HoldingReason;
  readonly offers: readonly OfferedQuestion[];
}

/** All other filters of the question stay. The age chooses nothing. */
export function holding(query: Query, patient: Patient, evidence: Vocabulary): Holding {
  const { priorLines } = patient;
  const said = hadBcma(patient);
  const ask = (name: HoldingName) => ({ name, query: asking(name, query, patient, evidence) });
  const to = (name: HoldingName | null, because: HoldingReason, ...offered: HoldingName[]) => ({
    held: name && ask(name).query,
    because,
    offers: offered.map(ask),
  });

  if (priorLines === null) {
    if (said) return to("after-bcma", "after-bcma");
    if (said === null) return { held: query, because: "as-asked", offers: [] };
    return { held: replaced(query, {}, patient, evidence), because: "without-bcma", offers: [] };
  }
  // Who asks the question after such therapy and does not deny it has said that it was given.
  const had = said ?? (query.priorBcma === "selected" || null);
  if (priorLines <= 2) {
    if (had) return to(null, "after-bcma-early", "after-bcma", "early");
    return priorLines === 0 ? to(null, "no-lines", "early") : to("early", "one-or-two-lines");
  }
  if (had) return to("after-bcma", "after-bcma");
  if (priorLines > 4) return to("late", "five-lines");
  // The earlier setting is 1 to 4 lines, so it does not contradict the patient.
  return query.setting === "early"
    ? to("early", "three-or-four-lines", "late")
    : to("late", "three-or-four-lines", "early");
}

/** Filters that only mean the medians of trials, or may contradict what was said. */
const ofPatients: readonly ParameterName[] = ["set", "setting", "prior-bcma", "prior-lines", "age"];

type Given = Partial<Record<ParameterName, Value>>;

function asking(name: HoldingName, query: Query, patient: Patient, evidence: Vocabulary): Query {
  if (name !== "after-bcma") return replaced(query, { setting: name }, patient, evidence);
  const { availability } = query;
  const inRegion = availability !== "approved" && availability !== "any";
  const given: Given = {
    setting: "late",
    "prior-bcma": "selected",
    target: ["any"],
    availability: inRegion ? availability : "any",
  };
  return replaced(query, given, patient, evidence);
}

/** The question with these values, and without what the patient replaces. */
function replaced(query: Query, given: Given, patient: Patient, evidence: Vocabulary): Query {
  const [compared = ""] = query.compare.split(":");
  const left = new Set<string>(ofPatients.filter((name) => !keeps(name, given, patient)));
  // Groups by what the patient has are one group.
  if (left.has(compared)) left.add("compare");
  // What the question after such therapy brought along goes with it.
  if (query.priorBcma === "selected" && hadBcma(patient) === false) {
    left.add("target");
    if (query.availability === "any") left.add("availability");
  }
  const kept: Given = Object.fromEntries(
    changedParameters(query, evidence)
      .filter(([name]) => !left.has(name))
      .map(([name]) => [name, query[propertyName(name)]]),
  );
  return queryFrom({ ...kept, ...given }, evidence);
}

/** What nothing was said of stays as it was asked. */
function keeps(name: ParameterName, { setting }: Given, patient: Patient): boolean {
  switch (name) {
    case "setting":
      return setting === undefined;
    case "prior-bcma":
      return hadBcma(patient) === null && setting !== "early";
    default:
      return false;
  }
}
