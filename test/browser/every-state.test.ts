/** Every state of the widget, drawn on one page and measured there: a new state is measured by itself. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { isWhole, sampled } from "../support/sample.ts";
import { statePage, statesPage } from "../support/states/drawing.tsx";
import { states as allStates } from "../support/states/states.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { sidewaysOverflow, textOverlaps } from "./support/fits.ts";
import { goodConduct, test } from "./support/fixture.ts";

const states = sampled(allStates, 6);

/** Opens the page with these states, or with one alone. Nothing serves it: it is drawn here. */
async function openStates(page: Page, id?: string): Promise<void> {
  const state = allStates.find((entry) => entry.id === id);
  const body = await (state ? statePage(state) : statesPage(states));
  await page.route("**/states", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/states");
  await page.unroute("**/states");
}

/** Returns each state with its drawing on the page. */
const drawings = (page: Page): { id: string; area: Locator }[] =>
  states.map(({ id }) => ({ id, area: page.locator(`#${id} > .drawing`) }));

/** Expects that no state is wider than the page, and that no words overlap or are cut off. */
async function expectTidy(page: Page): Promise<void> {
  expect(await sidewaysOverflow(page), "horizontal overflow of the page").toBeLessThanOrEqual(0);
  const overlapsByState: Record<string, string[]> = {};
  for (const { id, area } of drawings(page)) {
    const overlaps = await textOverlaps(area);
    if (overlaps.length > 0) overlapsByState[id] = overlaps;
  }
  expect(overlapsByState).toEqual({});
}

test("at 320 pixels no state is cut off or overlaps, axe finds nothing, and every control is large enough for a finger", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ width: 320, reducedMotion: "reduce" });
  await openStates(page);
  await expectTidy(page);
  for (const { id, area } of drawings(page)) {
    const controls = area.locator("button:visible, input:visible, summary:visible");
    const small = await controls.evaluateAll((all) =>
      all
        .map((control) => {
          // A row is pressed anywhere.
          const pressed = (control.matches(".opener") && control.closest(".row")) || control;
          const { width, height } = pressed.getBoundingClientRect();
          const isFilter =
            control.matches("[aria-haspopup=dialog]:not([aria-expanded])") ||
            (control.closest("dialog fieldset") !== null && control.tagName === "BUTTON");
          return { name: control.textContent ?? "", width, height, least: isFilter ? 44 : 24 };
        })
        .filter(({ width, height, least }) => width < 24 || height < least - 0.01),
    );
    expect(small, id).toEqual([]);
  }
  const dark = sampled(states, 3).map(({ id }) => `#${id} > .drawing`);
  await expectNoAxeViolationsInAnyColours(page, { dark });
  expect(misconduct).toEqual(goodConduct);
});

test.runIf(isWhole)(
  "No state is cut off or overlaps on wider screens, nor with the text spacing of WCAG 1.4.12",
  async ({ openPage }) => {
    const { page } = await openPage();
    await openStates(page);
    // 640 is also a window of 1280 pixels that a reader zooms to 200 %.
    for (const width of [640, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidy(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll(".drawing")) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          `* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
           p { margin-block-end: 2em !important }`,
        );
        shadowRoot?.adoptedStyleSheets.push(sheet);
      }
    });
    await expectTidy(page);
  },
);

test.runIf(isWhole).for([
  [390, 844],
  [1280, 800],
] as const)(
  "When the answer comes nothing jumps at %i × %i pixels; the shape of it says no number and nothing to a screen reader",
  async ([width, height], { openPage }) => {
    const { page } = await openPage({ width, height });
    /** Top and height of the question and the first rows of a state that is alone on the screen. */
    const placesOf = async (state: string) => {
      await openStates(page, state);
      return page.locator(".drawing").evaluate((drawing) => {
        const all = (selector: string) =>
          [...(drawing.shadowRoot?.querySelectorAll(selector) ?? [])]
            .map((element) => element.getBoundingClientRect())
            .filter(({ height }) => height > 0)
            .map(({ top, height }) => [top, height]);
        return [all("[part=filters]"), all("li:has([aria-expanded])").slice(0, 5)];
      });
    };
    const before = (await placesOf("skeleton")).flat(2);
    const shape = page.locator(".drawing [aria-busy]");
    expect(await shape.getAttribute("aria-hidden")).toBe("true");
    expect(await shape.innerText()).not.toMatch(/\d/);
    const after = await placesOf("answer");
    expect(after.map(({ length }) => length)).toEqual([1, 5]);
    for (const [index, place] of after.flat(2).entries()) {
      // 18 px is less than a line of text.
      expect(Math.abs((before[index] ?? 0) - place), `${index}`).toBeLessThanOrEqual(18);
    }
  },
);

test.runIf(isWhole)(
  "to a screen reader everything that can be used has a name, no chart is nameless, no heading level is skipped",
  async ({ openPage }) => {
    const { page } = await openPage();
    await openStates(page);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const heard: { role: string; name: string; level: number }[] = [];
    /** The states are in reading order. */
    const visit = (id = "") => {
      const node = byId.get(id);
      if (node && !node.ignored) {
        const level = node.properties?.find(({ name }) => name === "level")?.value.value;
        heard.push({
          role: `${node.role?.value ?? ""}`,
          name: `${node.name?.value ?? ""}`.trim(),
          level: Number(level ?? 0),
        });
      }
      for (const child of node?.childIds ?? []) visit(child);
    };
    visit(nodes[0]?.nodeId);
    const used =
      /^(button|link|textbox|checkbox|radio|combobox|spinbutton|dialog|DisclosureTriangle|form|table|image|img|graphics.*|Svg.*)$/i;
    expect(heard.filter(({ role }) => role === "button").length).toBeGreaterThan(100);
    expect(heard.filter(({ role, name }) => used.test(role) && name === "")).toEqual([]);
    const levels = heard.filter(({ role }) => role === "heading").map(({ level }) => level);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  },
);
