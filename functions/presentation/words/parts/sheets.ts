/** The words of the filter sheets, and of the form for a patient with its results. */
import { enPatient } from "../english/patient.ts";
import { enSheets } from "../english/sheets.ts";
import { partWords } from "../languages.ts";

export const sheetWords = partWords("sheets", enSheets);
export const patientWords = partWords("patient", enPatient);
