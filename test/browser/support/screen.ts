/** Finds things on the screen as a reader does: by role, name and text, never by class. */
import type { Frame, Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";

/** A page, a frame in it, or one element of it. */
export type Area = Page | Frame | Locator;

/** Our frame in a page. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(`${inject("serverUrl")}/embed`));
  if (!frame) throw new Error("the frame did not load");
  return frame;
}

/** Waits until no answer is pending. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator("[aria-busy=true], .stale").count()).toBe(0);
}

/** Waits until the script has taken over; until then the server's buttons are disabled. */
export async function live(area: Area): Promise<void> {
  await chip(area, "Prior lines").and(enabled(area)).waitFor();
}

function enabled(area: Area): Locator {
  return area.getByRole("button", { disabled: false });
}

/** What a chip says of its filter, whatever the question. */
export const chipTexts = {
  Approved: /^Approved: /,
  "Prior lines": /^(?!Patient).*prior line/,
  Age: /\bage\b/i,
  Product: /[Pp]roducts?$|-cel$|mab$/,
  Patient: /^(?:My p|P)atient/,
  More: /^More/,
} as const;

export type ChipName = keyof typeof chipTexts;
export const chipNames = Object.keys(chipTexts) as ChipName[];

export function chips(area: Area): Locator {
  return area.getByRole("group", { name: "Filters" }).locator('button[aria-haspopup="dialog"]');
}

export function chip(area: Area, name: ChipName): Locator {
  const root = "goto" in area ? area : area.page();
  return chips(area).and(root.getByRole("button", { name: chipTexts[name] }));
}

/** Opens a sheet by pointer and waits until its choices are there. */
export async function openSheet(area: Area, name: ChipName): Promise<Locator> {
  await chip(area, name).click();
  const sheet = area.getByRole("dialog");
  await sheet.getByRole("group").first().waitFor();
  return sheet;
}

/** Unfolds one filter of the sheet. */
export async function openFilter(sheet: Locator, title: string | RegExp): Promise<void> {
  const name = sheet.page().getByText(title, { exact: true });
  await sheet.locator("summary").filter({ has: name }).click();
}

/** One choice of a sheet, found by the beginning of its label. */
export function choice(sheet: Locator, label: string | RegExp, group?: string): Locator {
  const within = group === undefined ? sheet : sheet.getByRole("group", { name: group });
  const pattern =
    typeof label === "string" ? label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : label.source;
  return within.getByRole("button").filter({ hasText: new RegExp(`^(✓ )?${pattern}`) });
}

/** The outcomes that can be opened; the one that is told first stands below the verdict. */
export function rows(area: Area): Locator {
  return area.locator("[data-outcome]");
}

export function rowNamed(area: Area, label: string): Locator {
  const root = "goto" in area ? area : area.page();
  const name = new RegExp(`^${label}`);
  return rows(area).filter({ has: root.getByRole("button", { name }) });
}

/** The button that opens and closes a row. */
export function toggle(row: Locator): Locator {
  return row.locator("button[aria-expanded]").first();
}

/** Copies the answer in one of the ways, which are folded. */
export async function pressCopy(area: Area, name: string): Promise<void> {
  const ways = area.locator("details", { hasText: /^Copy/ });
  if ((await ways.getAttribute("open")) === null) await ways.locator("summary").click();
  await ways.getByRole("button", { name }).click();
}

/** The filters to remove if a class is empty, each with the numbers of cohorts it would leave. */
export function waysOut(area: Area): Locator {
  return area.getByRole("button", { name: /\d+ CAR-T and \d+ bispecific/ });
}

/** What an opened row shows: one of its parts. */
export function partOf(row: Locator): Locator {
  return row.getByRole("tabpanel").first();
}

/** Opens a row by pointer, and in it a part. */
export async function openRow(row: Locator, part = "Trials"): Promise<void> {
  await toggle(row).click();
  await choosePart(row, part);
}

export async function choosePart(row: Locator, name: string): Promise<void> {
  await row.getByRole("tab", { name }).click();
}

export async function rowTexts(area: Area): Promise<string[]> {
  return (await rows(area).allInnerTexts()).map(oneLine);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A field for a patient's value on a page of another site, where it is in a frame of its own. */
export function framedField(sheet: Locator, title: string): Locator {
  return sheet.frameLocator(`iframe[title="${title}"]`).getByRole("textbox", { name: title });
}
