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
  /** The form stays open beside the answer, which follows it. */
  live: boolean;
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
      ) : name === "patient" ? (
        <OfPatient name={name} {...props} />
      ) : (
        <Medians name={name} {...props} />
      )}
    </div>
  );
}

/** The medians of trials, and the number of lines that the classes are compared after. */
function Medians({
  name,
  patient,
  patientWords: words,
  onPatient,
  ...offered
}: Omit<Props, "name"> & { name: "age" | "prior-lines" }) {
  const useAs = (field: PatientNumber, value: number) =>
    onPatient({ ...(patient ?? anyone), [field]: value });
  return (
    <>
      {name === "prior-lines" && <ChoiceList name="setting" {...offered} />}
      <ChoiceList name={name} {...offered} />
      <OwnRange name={name} ofPatient={{ words: words.medians, use: useAs }} {...offered} />
    </>
  );
}

function OfPatient({ patientWords: words, apiBase, ...props }: Props) {
  // Asked for whenever the form is opened, so that the request tells nothing and results need none.
  useEffect(() => {
    allSubgroups(apiBase).catch(() => undefined);
  }, [apiBase]);
  return <PatientForm words={words} {...props} />;
}
