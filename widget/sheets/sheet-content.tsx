/**
 * The content of the sheets. Every choice is a complete question, so choosing one loads it.
 */
import type { Patient, PatientParameter } from "#core/question/patient.ts";
import type { DrawnWords, SheetName } from "#presentation/words/contract/screen.ts";
import { adoptSheetStyles } from "./adopt-sheet-styles.ts";
import { ChoiceList } from "./choice-list.tsx";
import { MoreFilters } from "./more-filters.tsx";
import type { Offered } from "./offered.ts";
import { OwnRange } from "./own-range.tsx";
import { PatientForm } from "./patient-form.tsx";
import { SubgroupEvidence } from "./subgroup-evidence.tsx";

export { patientWords, sheetWords } from "#presentation/words/parts/sheets.ts";
export { PatientNotice } from "./patient-notice.tsx";

interface Props extends Offered {
  name: SheetName;
  patient: Patient | undefined;
  apiBase: string;
  strings: DrawnWords;
  onPatient: (patient: Patient | undefined) => void;
}

/** The parts of the sheets about age and prior lines: the form for a patient and the filters. */
const about = {
  "prior-lines": { parameter: "patient-prior-lines", lists: ["setting", "prior-lines"] },
  age: { parameter: "patient-age", lists: ["age"] },
} as const satisfies Record<string, { parameter: PatientParameter; lists: readonly string[] }>;

export function SheetContent({ name, patient, apiBase, strings, onPatient, ...offered }: Props) {
  const { sheets, choices, waiting } = offered;
  return (
    <div ref={adoptSheetStyles} aria-busy={choices === null && waiting}>
      <p class="hidden" role="status">
        {choices === null && waiting && sheets.counting}
      </p>
      {name === "more" ? (
        <MoreFilters {...offered} />
      ) : name === "product" || name === "availability" ? (
        <ChoiceList name={name} hideTitle {...offered} />
      ) : (
        <>
          {about[name].lists.map((list) => (
            <ChoiceList key={list} name={list} {...offered} />
          ))}
          <OwnRange name={name} {...offered} />
          <PatientForm
            parameter={about[name].parameter}
            patient={patient}
            sheets={sheets}
            onPatient={onPatient}
          />
          <SubgroupEvidence variable={name} apiBase={apiBase} strings={strings} sheets={sheets} />
        </>
      )}
    </div>
  );
}
