/** A reader who says something about a patient, and what is shown for that patient. */
import type { Locator, Page } from "playwright-core";
import { oneLine, openSheet } from "./screen.ts";

export interface Said {
  age?: string;
  /** As on its button. */
  lines?: "0" | "1" | "2" | "3" | "4" | "5+";
  /** Earlier therapy. */
  kinds?: readonly string[];
  /** What else the patient has. */
  also?: readonly string[];
}

export const show = (sheet: Locator) =>
  sheet.getByRole("button", { name: "Find trials of such patients" });

/** One button of the form. */
export function toggle(sheet: Locator, group: string, name: string): Locator {
  return sheet.getByRole("group", { name: group }).getByRole("button", { name, exact: true });
}

export async function fill(sheet: Locator, { age, lines, kinds = [], also = [] }: Said) {
  if (lines !== undefined) await toggle(sheet, "Prior lines", lines).click();
  for (const kind of kinds) await toggle(sheet, "Had before", kind).click();
  for (const trait of also) await toggle(sheet, "Also", trait).click();
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
}

export async function say(page: Page, said: Said) {
  const sheet = await openSheet(page, "Patient");
  await fill(sheet, said);
  await show(sheet).click();
}

/** What is shown for the patient, above all numbers of the question. */
export const results = (page: Page) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: fit }) });
/** The first line: whether the patient lies within what trials report; before the answer, who it is. */
export const fit =
  /within (?:the|what) |: not known\.|such patients in |^No trials of such patients|^Patient: /;
export const heading = (page: Page) => page.getByRole("heading", { name: fit });
const list = (page: Page, title: string) =>
  results(page)
    .locator("details")
    .filter({ has: page.getByText(title, { exact: true }) });
/** What each trial reports; opened, it names them. */
export const trials = (page: Page) => list(page, "Trial by trial");

/** Waits for the answer, and returns what is shown for the patient. */
export async function told(page: Page): Promise<string> {
  await trials(page).waitFor();
  return oneLine(await results(page).innerText());
}

/** Of the bar with a patient: back to all patients. */
export const closer = (page: Page) =>
  page.getByRole("group", { name: "Question", exact: true }).getByRole("button", { name: "Close" });
