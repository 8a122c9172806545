/** Enters a patient as a reader does, and reads what is shown for that patient. */
import type { Locator, Page } from "playwright-core";
import { oneLine, openSheet } from "./screen.ts";

export interface TypedPatient {
  age?: string;
  /** Prior lines as their button names them. */
  lines?: "0" | "1" | "2" | "3" | "4" | "5+";
  /** Holds names of the buttons of "Had before". */
  kinds?: readonly string[];
  /** Holds names of the buttons of "Also". */
  also?: readonly string[];
}

export const showButton = (sheet: Locator) =>
  sheet.getByRole("button", { name: "Find trials of such patients" });

/** Returns one button of the form. */
export function formButton(sheet: Locator, group: string, name: string): Locator {
  return sheet.getByRole("group", { name: group }).getByRole("button", { name, exact: true });
}

export async function fillForm(
  sheet: Locator,
  { age, lines, kinds = [], also = [] }: TypedPatient,
) {
  if (lines !== undefined) await formButton(sheet, "Prior lines", lines).click();
  for (const kind of kinds) await formButton(sheet, "Had before", kind).click();
  for (const trait of also) await formButton(sheet, "Also", trait).click();
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
}

export async function showPatient(page: Page, stated: TypedPatient) {
  const sheet = await openSheet(page, "Patient");
  await fillForm(sheet, stated);
  await showButton(sheet).click();
}

/** Returns the part about the patient, above all numbers of the question. */
export const patientResults = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: headingText }) });
/** The first line: whether the patient lies within what trials report; before the answer, who it is. */
export const headingText =
  /within (?:the|what) |: (?:ranges|groups|number of such patients) not found\.|such patients in |^No trials of such patients|^Patient: /;
export const patientHeading = (page: Page) => page.getByRole("heading", { name: headingText });
const listTitled = (page: Page, title: string) =>
  patientResults(page)
    .locator("details")
    .filter({ has: page.getByText(title, { exact: true }) });
/** The list of what each trial reports; opened, it names the trials. */
export const trialByTrial = (page: Page) => listTitled(page, "Trial by trial");

/** Waits for the answer, and returns what is shown for the patient. */
export async function resultsText(page: Page): Promise<string> {
  await trialByTrial(page).waitFor();
  return oneLine(await patientResults(page).innerText());
}

/** The button in the bar that leads from a patient back to all patients. */
export const closePatientButton = (page: Page) =>
  page.getByRole("group", { name: "Question", exact: true }).getByRole("button", { name: "Close" });
