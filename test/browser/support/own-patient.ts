/** A reader who says something about a patient, and what is shown for that patient. */
import type { Locator, Page } from "playwright-core";
import { oneLine, openSheet } from "./screen.ts";

export interface Said {
  age?: string;
  lines?: string;
  /** Earlier BCMA-directed therapy. */
  kinds?: readonly string[];
  yes?: string;
  no?: string;
}

export const show = (sheet: Locator) => sheet.getByRole("button", { name: "Show what is known" });

export async function fill(sheet: Locator, { age, lines, kinds = [], yes, no }: Said) {
  const bcma = sheet.getByRole("group", { name: "Earlier BCMA- or GPRC5D-directed therapy" });
  for (const kind of kinds) await bcma.getByLabel(kind).check();
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
  if (lines !== undefined) await sheet.getByRole("textbox", { name: "Prior lines" }).fill(lines);
  if (yes) await sheet.getByRole("group", { name: yes }).getByLabel("Yes").check();
  if (no) await sheet.getByRole("group", { name: no }).getByLabel("No", { exact: true }).check();
}

export async function say(page: Page, said: Said) {
  const sheet = await openSheet(page, "Patient");
  await fill(sheet, said);
  await show(sheet).click();
}

export const heading = (page: Page) => page.getByRole("heading", { name: /^My patient:/ });
/** What is shown for the patient. */
export const results = (page: Page) => page.locator("section").filter({ has: heading(page) });
export const list = (page: Page, title: string) =>
  results(page).locator("details", { hasText: title });
/** How many trials enrolled such patients; opened, it names them. */
export const trials = (page: Page) => list(page, "Who was in its");

/** Waits for the answer, and returns what is shown for the patient. */
export async function told(page: Page): Promise<string> {
  await trials(page).waitFor();
  return oneLine(await results(page).innerText());
}
