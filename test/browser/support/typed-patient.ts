/** Enters a patient as a reader does, and reads what is shown for that patient. */
import type { Frame, Locator, Page } from "playwright-core";
import { oneLine, openSheet } from "./screen.ts";

export interface TypedPatient {
  age?: string;
  /** Prior lines as their button names them. */
  lines?: "0" | "1" | "2" | "3" | "4" | "5+";
  /** Holds names of the buttons of "Had before". */
  kinds?: readonly string[];
  /** Holds names of the buttons of the CAR-T products, which stand there once CAR-T is chosen. */
  products?: readonly string[];
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
  { age, lines, kinds = [], products = [], also = [] }: TypedPatient,
) {
  if (lines !== undefined) await formButton(sheet, "Prior lines", lines).click();
  for (const kind of kinds) await formButton(sheet, "Had before", kind).click();
  for (const product of products) {
    await formButton(sheet, "Which CAR\u2060-\u2060T, asked as CAR\u2060-\u2060T", product).click();
  }
  for (const trait of also) await formButton(sheet, "Also", trait).click();
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
}

export async function showPatient(page: Page, stated: TypedPatient) {
  const sheet = await openSheet(page, "My patient");
  await fillForm(sheet, stated);
  await showButton(sheet).click();
}

/** Returns the part about the patient, above all numbers of the question: the only section with a heading of its own. */
export const patientResults = (page: Page | Frame) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2 }) });
/** The headline; before the answer, who the patient is. */
export const patientHeading = (page: Page | Frame) =>
  patientResults(page).getByRole("heading", { level: 2 });
/** Waits for the answer, and returns what is shown for the patient. */
export async function resultsText(page: Page): Promise<string> {
  await patientResults(page)
    .getByText(/^Labelled \(/)
    .waitFor();
  return oneLine(await patientResults(page).innerText());
}

/** The button in the bar that leads from a patient back to all patients. */
export const closePatientButton = (page: Page) =>
  page.getByRole("group", { name: "Question", exact: true }).getByRole("button", { name: "Close" });
