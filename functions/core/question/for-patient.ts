/**
 * Chooses the question for a patient: one of a closed table, by the number of prior lines and by the kinds of
 * earlier therapy. It is the text of a question, so that nothing else of a patient can get into it; the other
 * filters of the question asked before stay.
 */
import { splitDimension } from "./dimensions.ts";
import { formatKnownParametersInOrder } from "./pairs.ts";
import type { ParameterName } from "./parameters.ts";
import type { EarlierKinds, Patient } from "./patient.ts";

export interface ForPatient {
  /**
   * `question` is the text of the question; `null` if no question selects such patients, so that there are no
   * numbers.
   */
  readonly question: string | null;
  /** Holds the lines that the question asks for; any number of them is read as three or more. */
  readonly lines: Lines;
}

type OfQuestion = Pick<Patient, "priorLines" | "priorBcma">;

/** Describes the prior lines as a question asks for them. */
export type Lines = "1" | "2" | "3+";

/**
 * Returns the question for a patient, with the lines that it asks for. It is the question asked before if neither the
 * lines nor the earlier therapy of the patient are known; `null` for a patient without prior lines.
 *
 * @param question the question asked before, as text
 */
export function choosePatientQuestion(
  question: string,
  { priorLines, priorBcma }: OfQuestion,
): ForPatient {
  const parameters = new URLSearchParams(question);
  const lines = choosePatientLines(priorLines, parameters);
  if (priorLines === null && priorBcma === null) return { question, lines };
  if (priorLines === 0) return { question: null, lines };
  return { question: formatPatientQuestion(lines, priorBcma, question), lines };
}

/**
 * Returns the lines of the patient; if they are not known those of the question, else three or more.
 */
function choosePatientLines(priorLines: number | null, parameters: URLSearchParams): Lines {
  if (priorLines === null) {
    const lines = parameters.get("lines");
    return lines === "1" || lines === "2" ? lines : "3+";
  }
  if (priorLines >= 3) return "3+";
  return priorLines === 2 ? "2" : "1";
}

/** Returns whether a value of `prior-bcma` asks for patients after such therapy. */
function isEarlierTherapyAsked(priorBcma: string | null): boolean {
  return ![null, "any", "not-selected"].includes(priorBcma);
}

/**
 * Lists the filters that are removed: they concern medians of trials only, or may contradict what is known of the
 * patient.
 */
const ofPatients: readonly ParameterName[] = ["set", "lines", "prior-lines", "age"];

/**
 * Returns the text of the question for patients with these lines and this earlier therapy. The other filters of the
 * question stay, except those that concern medians of trials or may contradict what is known of the patient.
 *
 * @param kinds the earlier therapy of the patient; `null` keeps what the question says of it
 */
function formatPatientQuestion(lines: Lines, kinds: EarlierKinds | null, question: string): string {
  const parameters = new URLSearchParams(question);
  const before = parameters.get("prior-bcma");
  // An interval belongs to the model, which may be that of the published set.
  if (parameters.has("set") && !parameters.has("model")) parameters.delete("interval");
  // All trials belong to one group if they are compared by a property that the patient fixes, so `compare` is
  // dropped.
  const { name: compared } = splitDimension(parameters.get("compare") ?? "");
  if ([...ofPatients, "prior-bcma"].some((name) => name === compared)) parameters.delete("compare");
  for (const name of ofPatients) parameters.delete(name);
  // `3+` is the default, so it is not written.
  if (lines !== "3+") parameters.set("lines", lines);
  if (kinds !== null) {
    parameters.delete("prior-bcma");
    // A target that the question set for patients after such therapy is dropped; a kind of therapy sets any target by
    // itself.
    if (kinds.length > 0 || isEarlierTherapyAsked(before)) parameters.delete("target");
    if (kinds === "some") {
      parameters.set("prior-bcma", "selected");
      parameters.set("target", "any");
    } else if (kinds.length > 0) parameters.set("prior-bcma", kinds.join(","));
  }
  return formatKnownParametersInOrder(parameters);
}
