/**
 * The answer for one patient, computed in the browser: what is known of the patient goes nowhere
 * else. The engine and the evidence are loaded when they are first needed.
 */
import type { Comparison } from "../functions/comparison/answer.ts";
import type { Patient } from "../functions/evidence/patient-fit.ts";
import { part } from "./load-part.ts";

const engine = part(() => import("./patient-engine.ts"));

/** @throws SourceError When the engine cannot be loaded or the question is none. */
export async function answerForPatient(query: string, patient: Patient): Promise<Comparison> {
  const { computeForPatient } = await engine();
  return computeForPatient(query, patient);
}
