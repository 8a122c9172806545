/**
 * Which question is asked for a patient: one of a closed table, by the number of prior lines and by whether
 * there was earlier BCMA-directed therapy. It is the text of a question, so that nothing else of a patient
 * can get into it; the other filters of the question asked before stay.
 */
import { joinedPairs } from "./pairs.ts";
import { type ParameterName, parameterNames } from "./parameter-names.ts";
import { hadBcma, type Patient } from "./patient.ts";

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

export interface ForPatient {
  /** The text of the question; `null` if none holds the patient: then there are no numbers. */
  readonly held: string | null;
  readonly because: HoldingReason;
  readonly offers: readonly { readonly name: HoldingName; readonly query: string }[];
}

type OfQuestion = Pick<Patient, "priorLines" | "priorBcma">;
type Said = ReadonlyMap<ParameterName, string>;

/** @param question as text */
export function questionForPatient(question: string, patient: OfQuestion): ForPatient {
  const asked = saidIn(question);
  const { priorLines } = patient;
  const had = hadBcma(patient);
  const ask = (name: HoldingName) => ({ name, query: asking(name, asked, had) });
  const to = (name: HoldingName | null, because: HoldingReason, ...offered: HoldingName[]) => ({
    held: name && ask(name).query,
    because,
    offers: offered.map(ask),
  });

  if (priorLines === null) {
    if (had) return to("after-bcma", "after-bcma");
    if (had === null) return { held: question, because: "as-asked", offers: [] };
    return { held: replaced(asked, {}, had), because: "without-bcma", offers: [] };
  }
  // Who asks the question after such therapy and does not deny it has said that it was given.
  const given = had ?? (asked.get("prior-bcma") === "selected" || null);
  if (priorLines <= 2) {
    if (given) return to(null, "after-bcma-early", "after-bcma", "early");
    return priorLines === 0 ? to(null, "no-lines", "early") : to("early", "one-or-two-lines");
  }
  if (given) return to("after-bcma", "after-bcma");
  if (priorLines > 4) return to("late", "five-lines");
  // The earlier setting is 1 to 4 lines, so it does not contradict the patient.
  return asked.get("setting") === "early"
    ? to("early", "three-or-four-lines", "late")
    : to("late", "three-or-four-lines", "early");
}

function saidIn(question: string): Said {
  const given = new URLSearchParams(question);
  return new Map(
    parameterNames.flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** Filters that only mean the medians of trials, or may contradict what was said. */
const ofPatients: readonly ParameterName[] = ["set", "setting", "prior-bcma", "prior-lines", "age"];

function asking(name: HoldingName, asked: Said, had: boolean | null): string {
  if (name !== "after-bcma") return replaced(asked, { setting: name }, had);
  const region = asked.get("availability") ?? "approved";
  return replaced(
    asked,
    {
      setting: "late",
      availability: region === "approved" ? "any" : region,
      target: "any",
      "prior-bcma": "selected",
    },
    had,
  );
}

/** The question with these values, and without what the patient replaces. */
function replaced(
  asked: Said,
  given: Partial<Record<ParameterName, string>>,
  had: boolean | null,
): string {
  const left = new Set<ParameterName>(ofPatients);
  // What nothing was said of stays as it was asked.
  // Groups by what the patient has are one group.
  const [compared] = (asked.get("compare") ?? "").split(":");
  if (ofPatients.some((name) => name === compared)) left.add("compare");
  if (given.setting === undefined) left.delete("setting");
  if (had === null && given.setting !== "early") left.delete("prior-bcma");
  // What the question after such therapy brought along goes with it.
  if (asked.get("prior-bcma") === "selected" && had === false) {
    left.add("target");
    if (asked.get("availability") === "any") left.add("availability");
  }
  const kept = [...asked].filter(([name]) => !left.has(name));
  const said = new Map([...kept, ...(Object.entries(given) as [ParameterName, string][])]);
  return joinedPairs(
    parameterNames.flatMap((name) => {
      const value = said.get(name);
      // The late setting is that of every question which names none.
      const isUsual = value === undefined || (name === "setting" && value === "late");
      return isUsual ? [] : [[name, value] as const];
    }),
  );
}
