/** The page with all states of the widget, and measurements on it. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { statePage, statesPage } from "../../support/states/page.ts";
import { states } from "../../support/states/states.ts";
import { sidewaysOverflow } from "./fits.ts";
import { textOverlaps } from "./text-overlaps.ts";

/** Opens the page with all states, or with one alone. Nothing serves it: it is drawn here. */
export async function openStates(page: Page, id?: string): Promise<void> {
  const state = states.find((known) => known.id === id);
  const body = await (state ? statePage(state) : statesPage());
  await page.route("**/states", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/states");
  await page.unroute("**/states");
}

/** Each state with its drawing on the page. */
export function drawings(page: Page): { id: string; area: Locator }[] {
  return states.map(({ id }) => ({ id, area: page.locator(`#${id} > .drawing`) }));
}

/** No state is wider than the page, and no words overlap or are cut off. */
export async function expectTidyStates(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page), "horizontal overflow of the page").toBeLessThanOrEqual(0);
  const found: Record<string, string[]> = {};
  for (const { id, area } of drawings(page)) {
    const overlaps = await textOverlaps(area);
    if (overlaps.length > 0) found[id] = overlaps;
  }
  expect(found).toEqual({});
}

/** Adds a rule to the styles of every drawing. */
export async function restyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    for (const { shadowRoot } of document.querySelectorAll(".drawing")) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      shadowRoot?.adoptedStyleSheets.push(sheet);
    }
  }, css);
}

interface Places {
  /** Top and height of each, measured from the top of the drawing. */
  filters: Place[];
  rows: Place[];
}

interface Place {
  top: number;
  height: number;
}

/** Positions of the filters and the first rows of a state that is alone on the screen. */
export async function placesOf(page: Page, state: string): Promise<Places> {
  await openStates(page, state);
  return page.locator(".drawing").evaluate((drawing) => {
    const all = (selector: string) =>
      [...(drawing.shadowRoot?.querySelectorAll(selector) ?? [])].map((found) => {
        const { top, height } = found.getBoundingClientRect();
        return { top, height };
      });
    return {
      filters: all("[aria-haspopup=dialog]:not([aria-expanded])"),
      rows: all("li:has([aria-expanded])").slice(0, 5),
    };
  });
}

export interface AccessibleNode {
  role: string;
  name: string;
  /** Level of a heading. */
  level: number | null;
}

/** What a screen reader gets, in reading order. */
export async function accessibleNodes(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder: AccessibleNode[] = [];
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node) return;
    if (!node.ignored) {
      const level = node.properties?.find(({ name }) => name === "level")?.value.value;
      inOrder.push({
        role: String(node.role?.value ?? ""),
        name: String(node.name?.value ?? "").trim(),
        level: typeof level === "number" ? level : null,
      });
    }
    for (const child of node.childIds ?? []) visit(child);
  };
  const [root] = nodes;
  if (root) visit(root.nodeId);
  return inOrder;
}
