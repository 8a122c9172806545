/** Loads the content of the sheets, a part of the script of its own, with its words. */
import { part } from "../answers/load-part.ts";

export const loadContent = part(async (language) => {
  const { SheetContent, PatientResults, HandOver, sheetWords, patientWords } = await import(
    "./sheet-content.tsx"
  );
  const [sheets, patient] = await Promise.all([sheetWords(language), patientWords(language)]);
  return { SheetContent, PatientResults, HandOver, sheets, patient };
});

export type Content = Awaited<ReturnType<typeof loadContent>>;
