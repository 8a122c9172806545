/** Finds things on the screen as a reader does: by role, name and text, never by class. */
import type { Frame, Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";

/** Describes a page, a frame in it, or one element of it. */
export type Area = Page | Frame | Locator;

/** Returns the frame of `/embed` in a page. Throws if it did not load. */
export function frameOf(page: Page): Frame {
  const frame = page
    .frames()
    .find((candidate) => candidate.url().startsWith(`${inject("serverUrl")}/embed`));
  if (!frame) throw new Error("the frame did not load");
  return frame;
}

/** Waits until no answer is pending. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator("[aria-busy=true], .stale").count()).toBe(0);
}

/** Waits until the script has taken over; until then the server's buttons are disabled. */
export async function live(area: Area): Promise<void> {
  await opener(area, "My patient")
    .or(opener(area, "Question"))
    .and(area.getByRole("button", { disabled: false }))
    .first()
    .waitFor();
}

/** The question, which is a button, and that of a patient beside it. */
export const openers = ["Question", "My patient"] as const;
export type BarButton = (typeof openers)[number];

/** The question in words: one button, or where there is room a sentence of buttons. */
export const question = (area: Area): Locator =>
  area.getByRole("group", { name: "Question", exact: true });

export function opener(area: Area, name: BarButton): Locator {
  return name === "Question"
    ? question(area).getByRole("button").first()
    : question(area).getByRole("button", { name, exact: true });
}

/** Maps each filter of the sheet to the titles that must be opened to see it. */
const filters = {
  Approved: [],
  Lines: [],
  Age: [],
  More: [],
  Product: [],
  Question: [],
  "Prior lines": ["Median prior lines of the trials"],
} as const;
export type SheetFilter = keyof typeof filters;

/** Opens a sheet by pointer and waits until its choices are there. */
export async function openSheet(area: Area, name: SheetFilter | BarButton): Promise<Locator> {
  await closeOpened(area);
  // The bar leads to the form if there is a patient, and the filters stand with the question of the numbers.
  const filtersOfPatient = area.getByRole("button", { name: "Change the question" });
  const isOfPatient = name !== "My patient" && (await filtersOfPatient.count()) > 0;
  await (isOfPatient
    ? filtersOfPatient
    : opener(area, name === "My patient" ? name : "Question")
  ).click();
  const sheet = area.getByRole("dialog");
  await sheet.getByRole("group").first().waitFor();
  if (name !== "My patient") for (const title of filters[name]) await openFilter(sheet, title);
  return sheet;
}

/** The group of a choice, for filters of which several groups have a choice of one name. */
const groups: Partial<Record<SheetFilter, string>> = { Lines: "Prior lines of the patient" };

/** Chooses in the sheet, and returns to the answer. */
export async function choose(
  area: Area,
  filter: SheetFilter,
  label: string | RegExp,
  group?: string,
): Promise<void> {
  const sheet = await openSheet(area, filter);
  await choice(sheet, label, group ?? groups[filter]).click();
  await backToAnswer(sheet);
}

/** Closes the sheet by its button, once the answer to what was chosen is there. */
export async function backToAnswer(sheet: Locator): Promise<void> {
  await sheet.getByRole("button", { name: /^Show \(\d/ }).click();
}

/** Unfolds one filter of the sheet. */
async function openFilter(sheet: Locator, title: string): Promise<void> {
  const summary = sheet.locator("summary").filter({ hasText: new RegExp(`^\\s*${title}`) });
  // A filter that is set stands open.
  const isOpen = await summary.evaluate((node) => node.parentElement?.hasAttribute("open"));
  if (!isOpen) await summary.click();
}

/** Returns one choice of a sheet, found by the beginning of its label. */
export function choice(sheet: Locator, label: string | RegExp, group?: string): Locator {
  const within = group === undefined ? sheet : sheet.getByRole("group", { name: group });
  const pattern =
    typeof label === "string" ? label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : label.source;
  return within.getByRole("button").filter({ hasText: new RegExp(`^(✓ )?${pattern}`) });
}

/** The outcomes of the table that can be opened; not those that an opened row names, or that stand in a fold. */
export function rows(area: Area): Locator {
  return area.locator("[data-outcome]:not(dialog *, details:not(.further-rows) *)");
}

/** Returns the row of an outcome, outside of dialogs. */
export const rowOf = (area: Area, outcome = "orr") =>
  area.locator(`[data-outcome="${outcome}"]:not(dialog *)`);

const pageOf = (area: Area) => ("goto" in area ? area : area.page());

export function rowNamed(area: Area, label: string): Locator {
  const name = new RegExp(`^${label}`);
  return rows(area).filter({ has: pageOf(area).getByRole("button", { name }) });
}

/** The button that opens and closes a row. */
export function toggle(row: Locator): Locator {
  return row.locator("button[aria-expanded]").first();
}

/** Copies the answer in one of the ways, which are folded. */
export async function pressCopy(area: Area, name: string): Promise<void> {
  await closeOpened(area);
  const opener = area.getByRole("button", { name: "Copy", exact: true });
  if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
  await area.getByRole("button", { name }).click();
}

/** The layer that is opened over the answer or beside it: a sheet, or a row. */
export function panel(area: Area): Locator {
  return area.getByRole("dialog");
}

/** The panel of a row, once the row is loaded. */
export function openedRow(area: Area): Locator {
  const heading = pageOf(area).getByRole("heading", { name: "Drugs", exact: true });
  return panel(area).filter({ has: heading });
}

/** Opens a row by pointer, and unfolds what is named. */
export async function openRow(row: Locator, folded?: string | RegExp): Promise<void> {
  const button = await toggle(row).elementHandle();
  const frame = await button?.ownerFrame();
  if (!frame) throw new Error("no row to open");
  await closeOpened(frame);
  await toggle(row).click();
  await openedRow(frame).waitFor();
  if (folded !== undefined) await unfold(frame, folded);
}

/** Unfolds a list of the opened row. */
async function unfold(area: Area, name: string | RegExp): Promise<void> {
  const text = typeof name === "string" ? new RegExp(`^${name}`) : name;
  const summary = pageOf(area).locator("summary").filter({ hasText: text });
  const list = panel(area).locator("details").filter({ has: summary }).first();
  if ((await list.getAttribute("open")) === null) await list.locator("summary").first().click();
}

/** Unfolds everything in an area at once, without a press. */
export async function unfoldAll(area: Area, selector = "details"): Promise<void> {
  await area.locator(selector).evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
}

/** Closes what is open, by its button. */
export async function closePanel(area: Area): Promise<void> {
  await panel(area).getByRole("button", { name: "Close" }).click();
  // Closing is a step back in history: until it is done the panel takes what is pressed next.
  await panel(area).waitFor({ state: "hidden" });
}

/** Closes what is over the answer, because nothing else can be pressed before. */
async function closeOpened(area: Area): Promise<void> {
  if ((await panel(area).count()) > 0) await closePanel(area);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A field for a patient's value on a page of another site, where it is in a frame of its own. */
export function framedField(sheet: Locator, title: string): Locator {
  return sheet.frameLocator(`iframe[title="${title}"]`).getByRole("textbox", { name: title });
}
