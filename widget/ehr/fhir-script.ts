/**
 * Builds `/v1/fhir-patient.js` for the page of a hospital: FHIR resources of a patient go in, the message that hands
 * the patient over comes out, with what was and was not found. It asks nobody and keeps nothing. `fhir-patient.d.ts`
 * holds its types.
 */
import { type Answers, type Reading, readPatient as read } from "#core/record/patient.ts";
import { patientType } from "../page/frame-messages.ts";

interface Message {
  type: typeof patientType;
  patient: NonNullable<Reading["patient"]>;
}

interface PatientReading extends Omit<Reading, "patient"> {
  /** `null` if there is nothing to hand over. */
  readonly message: Message | null;
}

/** Throws nothing, whatever is given. */
export function readPatient(resources: unknown, answers: Answers = {}): PatientReading {
  const { patient, ...findings } = read(resources, answers);
  return { message: patient && { type: patientType, patient }, ...findings };
}
