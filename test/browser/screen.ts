/** Finds things on the screen as a reader does: by role, name and words, never by class. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";
import type { TherapyClass } from "../../data/vocabulary.ts";
import type { Comparison, OutcomeComparison } from "../../functions/comparison/answer.ts";
import { type OpenedPage, openPage, type PageOptions } from "../support/browser.ts";

/** A page, a frame in it, or one element of it. */
export type Area = Page | Frame | Locator;

/** Of a page that only showed itself. */
export const goodConduct: OpenedPage["misconduct"] = {
  consoleMessages: [],
  pageErrors: [],
  failedRequests: [],
  foreignRequests: [],
};

/** A blank page on which nothing that is missing is waited for long. */
export async function openBlank(browser: Browser, options?: PageOptions): Promise<OpenedPage> {
  const opened = await openPage(browser, options);
  opened.page.setDefaultTimeout(6000);
  return opened;
}

/** Opens a path and waits until the widget answers to a tap. */
export async function openWidget(
  browser: Browser,
  path: string,
  options?: PageOptions,
): Promise<OpenedPage> {
  const opened = await openBlank(browser, options);
  await opened.page.goto(path);
  await live(opened.page);
  return opened;
}

/** From now on every answer comes from the edge: the engine cannot be had. */
export async function withoutEngine(page: Page): Promise<void> {
  await page.route("**/assets/engine-*", (route) => route.abort());
}

/** As `openWidget`, with the edge alone to answer. */
export async function openEdgeWidget(
  browser: Browser,
  path: string,
  options?: PageOptions,
): Promise<OpenedPage> {
  const opened = await openBlank(browser, options);
  await withoutEngine(opened.page);
  await opened.page.goto(path);
  await live(opened.page);
  return opened;
}

/** Waits until no answer is on its way. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator("[aria-busy=true], .stale").count()).toBe(0);
}

/** Server-rendered buttons are disabled until the script has taken over. */
export async function live(area: Area): Promise<void> {
  await chip(area, "Prior lines").and(enabled(area)).waitFor();
}

function enabled(area: Area): Locator {
  return area.getByRole("button", { disabled: false });
}

export type ChipName = "Prior lines" | "Age" | "Product" | "More";
export const chipNames: readonly ChipName[] = ["Prior lines", "Age", "Product", "More"];

export function chips(area: Area): Locator {
  return area.locator('button[aria-haspopup="dialog"]');
}

export function chip(area: Area, name: ChipName): Locator {
  return chips(area).filter({ hasText: name });
}

/** Opens a sheet by pointer and waits until the cohorts of its choices are counted. */
export async function openSheet(area: Area, name: ChipName): Promise<Locator> {
  await chip(area, name).click();
  const sheet = area.getByRole("dialog");
  await sheet.locator('[aria-busy="false"]').waitFor();
  return sheet;
}

/** Shows the choices of one filter that the sheet keeps closed. */
export async function openFilter(sheet: Locator, title: string | RegExp): Promise<void> {
  const name = sheet.page().getByText(title, { exact: true });
  await sheet.locator("summary").filter({ has: name }).click();
}

/** One choice of a sheet, found by the beginning of its label. */
export function choice(sheet: Locator, label: string, group?: string): Locator {
  const within = group === undefined ? sheet : sheet.getByRole("group", { name: group });
  return within.getByRole("button").filter({ hasText: new RegExp(`^(✓ )?${label}`) });
}

/** The outcomes: list items that can be opened. */
export function rows(area: Area): Locator {
  const root = "goto" in area ? area : area.page();
  return area.getByRole("listitem").filter({ has: root.locator("[aria-expanded]") });
}

export function rowNamed(area: Area, label: string): Locator {
  const root = "goto" in area ? area : area.page();
  const name = new RegExp(`^${label}`);
  return rows(area).filter({ has: root.getByRole("heading", { name }) });
}

/** The button that shows and hides the trials of a row. */
export function toggle(row: Locator): Locator {
  return row.locator("[aria-expanded]");
}

/** The ways out of an empty or one-sided answer, each with what it would leave. */
export function waysOut(area: Area): Locator {
  return area.getByRole("button", { name: /\d+ CAR-T and \d+ bispecific/ });
}

/** Opens a row by pointer and waits for its trials. */
export async function openRow(row: Locator): Promise<void> {
  await toggle(row).click();
  await row.getByRole("table").first().waitFor();
}

export async function rowTexts(area: Area): Promise<string[]> {
  return (await rows(area).allInnerTexts()).map(oneLine);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The API's answer, asked for apart from the page. */
export async function answerTo(query: string): Promise<Comparison> {
  const response = await fetch(`${inject("serverUrl")}/v1/comparison${query && `?${query}`}`);
  if (!response.ok) throw new Error(`${query}: ${response.status}`);
  return (await response.json()) as Comparison;
}

/**
 * Waits until the rows show this answer: the same trials and patients, and about the same rates. The
 * last row may arrive a moment before the chips and notices of its answer.
 */
export async function expectToShow(area: Area, { outcomes }: Comparison): Promise<void> {
  await expect
    .poll(async () => (await rowTexts(area)).map(summaryOf), { timeout: 6000 })
    .toEqual(
      outcomes.map(({ pools }) =>
        classes.map((group) => {
          const { estimate, k, n } = pools[group];
          if (estimate === null) return null;
          return { k, n: n ?? 0, rate: expect.closeTo(estimate * 100, -0.3) };
        }),
      ),
    );
}

function summaryOf(text: string): ({ k: number; n: number; rate: number } | null)[] {
  return classes.map((group) => {
    const [rate] = shownRate(text, group) ?? [];
    const evidence = `${names[group].short} (\\d+) (?:trial|cohort)s?(?: · (\\d+))?`;
    const [, k = "", n = "0"] = new RegExp(evidence).exec(text) ?? [];
    if (rate === undefined) return null;
    return { k: Number(k), n: Number(n), rate: Number(rate.replace(/[<>]/, "")) };
  });
}

/** Waits for this answer, then compares every digit. */
export async function expectDigits(area: Area, answer: Comparison): Promise<void> {
  await expectToShow(area, answer);
  expect(discrepancies(await rowTexts(area), answer)).toEqual([]);
}

const classes = ["car-t", "bsab"] as const;
const names: Readonly<Record<TherapyClass, { long: string; short: string }>> = {
  "car-t": { long: "CAR-T", short: "CAR-T" },
  bsab: { long: "Bispecific", short: "BsAb" },
};

/** What the screen shows against what the API says, worked out without the widget's own code. */
export function discrepancies(texts: readonly string[], { outcomes }: Comparison): string[] {
  const found = outcomes.flatMap((outcome, index) => {
    const text = texts[index] ?? "";
    return [
      ...(text.startsWith(outcome.label) ? [] : [`row ${index} is not ${outcome.label}`]),
      ...sideProblems(text, outcome, "car-t"),
      ...sideProblems(text, outcome, "bsab"),
      ...differenceProblems(text, outcome),
    ].map((problem) => `${outcome.outcome}: ${problem} in "${text}"`);
  });
  return texts.length === outcomes.length
    ? found
    : [`${texts.length} rows shown, ${outcomes.length} answered`, ...found];
}

function shownRate(text: string, group: TherapyClass): string[] | null {
  const pattern = `${names[group].long}: (<1|>99|[\\d.]+) of 100 \\(?([\\d.]+)–([\\d.]+)`;
  return new RegExp(pattern).exec(text)?.slice(1) ?? null;
}

function sideProblems(text: string, { pools }: OutcomeComparison, group: TherapyClass): string[] {
  const { estimate, interval, k, n } = pools[group];
  const shown = shownRate(text, group);
  if (estimate === null || interval === null) {
    return shown === null ? [] : [`${group} shows a rate that the API does not have`];
  }
  const [rate = "", lower = "", upper = ""] = shown ?? [];
  const size = n === null ? "" : ` · ${n}`;
  const evidence = new RegExp(`${names[group].short} ${k} (trial|cohort)s?${size}(?!\\d)`);
  return [
    ...(agrees(rate, estimate * 100) ? [] : [`${group} is ${estimate}`]),
    ...(rate === "0" && estimate > 0 ? [`${group} is shown as none`] : []),
    ...(agrees(lower, interval[0] * 100) ? [] : [`lower end of ${group} is ${interval[0]}`]),
    ...(agrees(upper, interval[1] * 100) ? [] : [`upper end of ${group} is ${interval[1]}`]),
    ...(evidence.test(text) ? [] : [`${group} rests on k = ${k}, n = ${n}`]),
  ];
}

function differenceProblems(text: string, { contrasts: [contrast] }: OutcomeComparison): string[] {
  const [, amount, direction] = /(<1|[\d.]+) (more|fewer)/.exec(text) ?? [];
  if (contrast?.differencePer100 == null || contrast.differenceInterval === null) {
    return amount === undefined ? [] : ["shows a difference that the API does not have"];
  }
  if (amount === undefined) return [`the difference is ${contrast.differencePer100}`];
  const sign = direction === "more" ? 1 : -1;
  const decimals = amount.split(".")[1]?.length ?? 0;
  // With a digit after the point, the printed rates are subtracted instead of the exact ones.
  const slack = decimals === 0 ? 0.5 : 0.1;
  const exact = contrast.differencePer100;
  const fits =
    amount === "<1"
      ? Math.abs(exact) < 1 && exact * sign > 0
      : Math.abs(Number(amount) * sign - exact) <= slack + 1e-9;
  const [low, high] = contrast.differenceInterval;
  const [, first = "", firstWord, second = "", secondWord] =
    /([\d.]+)( more| fewer)? to ([\d.]+) (more|fewer)/.exec(text) ?? [];
  const signed = (size: string, word: string | undefined) =>
    Number(size) * (word?.trim() === "fewer" ? -1 : 1);
  const ends = [signed(first, firstWord ?? secondWord), signed(second, secondWord)];
  const half = (size: string) => 0.5 * 10 ** -(size.split(".")[1]?.length ?? 0) + 1e-9;
  const rounded = Math.max(half(first), half(second));
  const endsFit =
    Math.abs(Math.min(...ends) - low) <= rounded && Math.abs(Math.max(...ends) - high) <= rounded;
  const rates = [shownRate(text, "car-t")?.[0] ?? "", shownRate(text, "bsab")?.[0] ?? ""];
  const subtracted = Number(rates[0]) - Number(rates[1]);
  const adds = [amount, ...rates].some((part) => /[<>]/.test(part))
    ? true
    : Math.abs(subtracted - Number(amount) * sign) < 1e-9;
  return [
    ...(fits ? [] : [`the difference is ${exact}`]),
    ...(endsFit ? [] : [`the interval of the difference is ${low} to ${high}`]),
    ...(adds ? [] : [`the printed rates do not subtract`]),
  ];
}

/** Whether a printed number is this value, to the digits it was printed with. */
function agrees(shown: string, value: number): boolean {
  if (shown === "<1") return value > 0 && value < 1;
  if (shown === ">99") return value > 99 && value < 100;
  const decimals = shown.split(".")[1]?.length ?? 0;
  return shown !== "" && Math.abs(Number(shown) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** Every question the page asks a resource of the API from now on, as its query string. */
export function questions(page: Page, resource: "comparison" | "choices" = "comparison"): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === `/v1/${resource}`) asked.push(search.slice(1));
  });
  return asked;
}

/** Holds something back until it is opened. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node);
}

/** What a keyboard or a screen reader is on, by its label or its words. */
export function focused(page: Page | Frame): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
    const text = label ?? active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    return active === document.body ? "" : text.replace(/\s+/g, " ").trim();
  });
}

export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${name}, only to ${passed.slice(0, 20).join(" | ")}`);
}

/** A site that is not ours, as a hospital's would be. */
export interface Host {
  origin: string;
  /** The address of a page with this body; our script is loaded when `script` is given. */
  serve(page: ServedPage): string;
  close(): Promise<void>;
}

export interface ServedPage {
  body: string;
  head?: string;
  headers?: Record<string, string>;
  /** That of today, unless said. */
  doctype?: string;
}

export async function startHost(): Promise<Host> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html", ...page?.headers });
    response.end(page?.html ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve({ body, head = "", headers = {}, doctype = "<!doctype html>" }) {
      const path = `/page-${pages.size}`;
      const html = `${doctype}
<html lang="en"><head><meta charset="utf-8"><title>Hospital page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${head}</head>
<body><main>${body}</main></body></html>`;
      pages.set(path, { html, headers });
      return `${origin}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The script element that our home page tells others to copy. */
export async function scriptToCopy(): Promise<{ tag: string; href: string }> {
  const response = await fetch(`${inject("serverUrl")}/`);
  const text = (await response.text())
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"');
  const tags = [...text.matchAll(/<script [^>]*src="(https?:[^"]+)"[^>]*><\/script>/g)];
  const [tag = "", href = ""] = tags[0] ?? [];
  if (!tag.includes("integrity=")) throw new Error(`no script with integrity to copy: ${tag}`);
  return { tag, href };
}

/** Opens a host's page that brings no answer along: the element asks for its first one. */
export async function openHostPage(page: Page): Promise<void> {
  const { tag } = await scriptToCopy();
  const path = "/page-of-a-host";
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hospital page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${tag}</head>
<body><main><h1>Evidence</h1><myeloma-compare></myeloma-compare></main></body></html>`;
  await page.route(`**${path}`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(path);
}

/** Every event of the element, in the order a host hears them. Call before the page is opened. */
export async function listen(page: Page): Promise<() => Promise<Heard[]>> {
  await page.addInitScript(() => {
    const heard: Heard[] = [];
    for (const name of ["change", "result", "error"]) {
      addEventListener(`myeloma-compare:${name}`, (event) => {
        const { detail } = event as CustomEvent<Record<string, unknown>>;
        heard.push({ name, from: (event.target as Element).id, detail });
      });
    }
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

export interface Heard {
  name: string;
  from: string;
  detail: Record<string, unknown>;
}

/** Collects what the page's content security policy blocked. Call before the page is opened. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const blocked: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      blocked.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
    Object.assign(window, { blocked });
  });
  return () => page.evaluate(() => (window as unknown as { blocked: string[] }).blocked);
}
