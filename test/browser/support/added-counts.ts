/** The form for counts of the reader, and what is drawn of them. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { type Area, rowOf } from "./screen.ts";

export const countsForm = (page: Area): Locator =>
  page.getByRole("dialog", { name: /^(Add your|Your) counts$/ });

export const countsBar = (page: Area): Locator => page.getByRole("region", { name: "Your counts" });

/** Returns the mark of added counts, a triangle, in the row of an outcome. */
export const addedMark = (page: Area, outcome = "orr"): Locator =>
  rowOf(page, outcome).locator('path[d^="M0 -7L7 5H-7"]');

export const countsField = (page: Area, name: string): Locator =>
  countsForm(page).getByRole("textbox", { name, exact: true });

export const addButton = (page: Area): Locator =>
  countsForm(page).getByRole("button", { name: "Add", exact: true });

export async function openCountsForm(page: Area): Promise<void> {
  const button = page.getByRole("button", { name: "Add your counts" });
  if ((await button.count()) > 0) await button.click();
  else {
    await openCountsBar(page);
    await countsBar(page).getByRole("button", { name: "Add another group" }).click();
  }
  await countsForm(page).waitFor();
}

/** Opens the line of the groups. */
export async function openCountsBar(page: Area): Promise<void> {
  const line = countsBar(page).locator("details").first();
  await line.waitFor();
  if ((await line.getAttribute("open")) === null) await line.locator("summary").first().click();
}

interface Typed {
  name: string;
  n: string;
  kind?: "Clinical trial" | "Practice";
  counts: Readonly<Record<string, string>>;
}

/** Types counts of a centre that gives cilta-cel. */
export async function fillCounts(
  page: Area,
  { name, n, kind = "Clinical trial", counts }: Typed,
): Promise<void> {
  const form = countsForm(page);
  await countsField(page, "Name").fill(name);
  await form.getByRole("radio", { name: /^CAR/ }).check();
  await form.getByLabel("Product").selectOption("cilta-cel");
  await form.getByRole("radio", { name: kind }).check();
  await countsField(page, "Patients (n)").fill(n);
  for (const [outcome, events] of Object.entries(counts)) {
    await countsField(page, `${outcome}: events`).fill(events);
  }
}

/** Adds counts of a centre. */
export async function addCentre(page: Area, kind?: Typed["kind"]): Promise<void> {
  await openCountsForm(page);
  const typed = { name: "Our centre", n: "41", counts: { Response: "34" } };
  await fillCounts(page, kind ? { ...typed, kind } : typed);
  await addButton(page).click();
  await addedMark(page).waitFor();
}

/** Adds counts of a centre, lets the numbers count them, and waits until the screen says so. */
export async function countCentre(page: Area): Promise<void> {
  await addCentre(page);
  await openCountsBar(page);
  await page.getByRole("switch").check();
  await expect.poll(() => page.getByText("With counts added by the reader").count()).toBe(2);
}
