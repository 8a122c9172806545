/**
 * Chooses the question for a patient: one of a closed table, by the number of prior lines and by the kinds of
 * earlier therapy. It is the text of a question, so that nothing else of a patient can get into it; the other
 * filters of the question asked before stay.
 */
import { partsOfDimension } from "./dimensions.ts";
import { orderedQuery } from "./pairs.ts";
import type { ParameterName } from "./parameter-names.ts";
import type { EarlierKinds, Patient } from "./patient.ts";

export interface ForPatient {
  /** The text of the question; `null` if none holds the patient: then there are no numbers. */
  readonly held: string | null;
  /** The lines that the question asks for; any number of them is read as three or more. */
  readonly lines: Lines;
}

type OfQuestion = Pick<Patient, "priorLines" | "priorBcma">;

/** Prior lines as a question asks for them. */
export type Lines = "1" | "2" | "3+";

/** @param question as text */
export function questionForPatient(
  question: string,
  { priorLines, priorBcma }: OfQuestion,
): ForPatient {
  const asked = new URLSearchParams(question);
  const lines = linesOf(priorLines, asked);
  if (priorLines === null && priorBcma === null) return { held: question, lines };
  if (priorLines === 0) return { held: null, lines };
  return { held: asking(lines, priorBcma, question), lines };
}

/** Returns the lines of the question if those of the patient are not known; else three or more. */
function linesOf(priorLines: number | null, asked: URLSearchParams): Lines {
  if (priorLines === null) {
    const said = asked.get("lines");
    return said === "1" || said === "2" ? said : "3+";
  }
  if (priorLines >= 3) return "3+";
  return priorLines === 2 ? "2" : "1";
}

/** Whoever asks the question after such therapy and does not deny it has said that it was given. */
function isOfAfter(priorBcma: string | null): boolean {
  return ![null, "any", "not-selected"].includes(priorBcma);
}

/** Filters that only mean the medians of trials, or may contradict what was said. */
const ofPatients: readonly ParameterName[] = ["set", "lines", "prior-lines", "age"];

/** @param kinds `null`: what the question says of earlier therapy stays */
function asking(lines: Lines, kinds: EarlierKinds | null, question: string): string {
  const said = new URLSearchParams(question);
  const before = said.get("prior-bcma");
  // An interval belongs to the model, which may be that of the published set.
  if (said.has("set") && !said.has("model")) said.delete("interval");
  // Groups by what the patient has are one group.
  const { name: compared } = partsOfDimension(said.get("compare") ?? "");
  if ([...ofPatients, "prior-bcma"].some((name) => name === compared)) said.delete("compare");
  for (const name of ofPatients) said.delete(name);
  // Three or more is what every question asks that names none.
  if (lines !== "3+") said.set("lines", lines);
  if (kinds !== null) {
    said.delete("prior-bcma");
    // The target that the question after such therapy set goes with it; a kind sets any target by itself.
    if (kinds.length > 0 || isOfAfter(before)) said.delete("target");
    if (kinds === "some") {
      said.set("prior-bcma", "selected");
      said.set("target", "any");
    } else if (kinds.length > 0) said.set("prior-bcma", kinds.join(","));
  }
  return orderedQuery(said);
}
