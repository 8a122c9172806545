/**
 * The content of the sheets. Every choice is a complete question, so choosing one loads it.
 */

import { useEffect } from "preact/hooks";
import { anyone, type OwnPatient, type PatientNumber } from "#core/question/patient.ts";
import type { PatientWords, SheetName } from "#presentation/words/catalogue.ts";
import { allSubgroups } from "../answers/subgroups.ts";
import { adoptSheetStyles } from "./adopt-sheet-styles.ts";
import { ChoiceList } from "./choice-list.tsx";
import { HandOver as HandOverHere } from "./hand-over.tsx";
import { MoreFilters } from "./more-filters.tsx";
import type { Offered } from "./offered.ts";
import { OwnRange } from "./own-range.tsx";
import { PatientForm } from "./patient-form.tsx";

export { patient } from "#words/patient.ts";
export { sheets } from "#words/sheets.ts";
export { PatientResults } from "./patient-results.tsx";

/** The script for pages of other sites has no such part. */
export const HandOver = process.env.ENTRY === "embed" ? HandOverHere : null;

interface Props extends Offered {
  name: SheetName;
  patient: OwnPatient | undefined;
  patientWords: PatientWords;
  apiBase: string;
  onPatient: (patient: OwnPatient | undefined) => void;
}

export function SheetContent({ name, ...props }: Props) {
  const { sheets, choices, waiting } = props;
  return (
    <div ref={adoptSheetStyles} aria-busy={choices === null && waiting}>
      <p class="hidden" role="status">
        {choices === null && waiting && sheets.counting}
      </p>
      {name === "more" ? (
        <MoreFilters {...props} />
      ) : name === "product" || name === "availability" ? (
        <ChoiceList name={name} hideTitle {...props} />
      ) : (
        <WithPatient name={name} {...props} />
      )}
    </div>
  );
}

/**
 * The sheets about age and prior lines. Both have the same form, and it comes before the medians:
 * whichever a reader opens for a patient, the first fields are those of the patient.
 */
function WithPatient({
  name,
  patient,
  patientWords: words,
  apiBase,
  onPatient,
  ...offered
}: Omit<Props, "name"> & { name: "age" | "prior-lines" }) {
  // Asked for whenever the form is opened, so that the request tells nothing and results need none.
  useEffect(() => {
    allSubgroups(apiBase).catch(() => undefined);
  }, [apiBase]);
  const useAs = (field: PatientNumber, value: number) =>
    onPatient({ ...(patient ?? anyone), [field]: value });
  return (
    <>
      {name === "prior-lines" && <ChoiceList name="setting" {...offered} />}
      <PatientForm patient={patient} words={words} onPatient={onPatient} {...offered} />
      <ChoiceList name={name} {...offered} />
      <OwnRange name={name} ofPatient={{ words: words.medians, use: useAs }} {...offered} />
    </>
  );
}
