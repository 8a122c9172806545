/** Every state of the widget, measured on one page that shows them all. */
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import {
  accessibleNodes,
  drawings,
  expectTidyStates,
  openStates,
  placesOf,
  restyle,
} from "./support/measured.ts";
import { goodConduct } from "./support/page.ts";

describe("The page with every state", () => {
  test("makes no request and no error", async ({ openPage }) => {
    const { page, misconduct } = await openPage();
    await openStates(page);
    expect(misconduct).toEqual(goodConduct);
  });

  test("axe finds nothing", async ({ openPage }) => {
    const { page } = await openPage({ reducedMotion: "reduce" });
    await openStates(page);
    await expectNoAxeViolationsInAnyColours(page);
  });
});

describe("No state is cut off or overlaps", () => {
  test("at 320, 768 and 1280 pixels", async ({ openPage }) => {
    const { page } = await openPage();
    await openStates(page);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await expectTidyStates(page);
    }
  });

  // What a browser does when a reader zooms a window of 1280 or 640 pixels to 200 %.
  test("zoomed to twice the size, which leaves half the pixels", async ({ openPage }) => {
    const { page } = await openPage({ deviceScaleFactor: 2 });
    await openStates(page);
    for (const [width, height] of [
      [640, 400],
      [320, 420],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expectTidyStates(page);
    }
  });

  test("with the text spacing of WCAG 1.4.12", async ({ openPage }) => {
    const { page } = await openPage();
    await openStates(page);
    await restyle(
      page,
      `* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
       p { margin-block-end: 2em !important }`,
    );
    await expectTidyStates(page);
  });
});

describe("To a screen reader", () => {
  test("everything that can be used has a name, no chart is nameless, no heading level is skipped", async ({
    openPage,
  }) => {
    const { page } = await openPage();
    await openStates(page);
    const nodes = await accessibleNodes(page);
    const used =
      /^(button|link|textbox|checkbox|radio|combobox|spinbutton|dialog|DisclosureTriangle|form|table)$/;
    expect(nodes.filter(({ role }) => role === "button").length).toBeGreaterThan(100);
    expect(nodes.filter(({ role, name }) => used.test(role) && name === "")).toEqual([]);
    expect(
      nodes.filter(({ role, name }) => /^(image|img|graphics|Svg)/i.test(role) && name === ""),
    ).toEqual([]);
    const levels = nodes.filter(({ role }) => role === "heading").map(({ level }) => level ?? 0);
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
  });
});

describe("For fingers", () => {
  test("every control is at least 24 pixels high and wide, and every filter 44 high", async ({
    openPage,
  }) => {
    const { page } = await openPage({ hasTouch: true });
    await openStates(page);
    for (const { id, area } of drawings(page)) {
      const controls = area.locator("button:visible, input:visible, summary:visible");
      const sizes = await controls.evaluateAll((all) =>
        all.map((control) => {
          const { width, height } = control.getBoundingClientRect();
          const isFilter =
            control.matches("[aria-haspopup=dialog]:not([aria-expanded])") ||
            (control.closest("dialog fieldset") !== null && control.tagName === "BUTTON");
          return { name: control.textContent ?? "", width, height, least: isFilter ? 44 : 24 };
        }),
      );
      const small = sizes.filter(({ width, height, least }) => width < 24 || height < least - 0.01);
      expect(small, id).toEqual([]);
    }
  });
});

describe("When the answer comes", () => {
  test.for([
    [390, 844],
    [1280, 800],
  ] as const)("nothing jumps at %i × %i pixels", async ([width, height], { openPage }) => {
    const { page } = await openPage({ width, height });
    const before = await placesOf(page, "skeleton");
    const after = await placesOf(page, "answer");
    expect(after.filters.length).toBe(2);
    expect(after.rows.length).toBe(5);
    for (const part of ["filters", "rows"] as const) {
      for (const [index, { top, height: size }] of after[part].entries()) {
        // 18 px is less than a line of text.
        const place = before[part][index];
        expect(Math.abs((place?.top ?? 0) - top), `${part} ${index}`).toBeLessThanOrEqual(18);
        expect(Math.abs((place?.height ?? 0) - size), `${part} ${index}`).toBeLessThanOrEqual(18);
      }
    }
  });

  test("the shape of the answer says no number and nothing to a screen reader", async ({
    openPage,
  }) => {
    const { page } = await openPage();
    await openStates(page, "skeleton");
    const { heard, numbers } = await page.locator(".drawing").evaluate((drawing) => {
      const shape = drawing.shadowRoot?.querySelector("[aria-busy]");
      const visible = [...(shape?.querySelectorAll("*") ?? [])].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }),
      );
      const own = (element: Element) =>
        [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      return {
        heard: shape?.getAttribute("aria-hidden"),
        numbers: visible.flatMap(own).filter(({ textContent }) => /\d/.test(textContent ?? ""))
          .length,
      };
    });
    expect(heard).toBe("true");
    expect(numbers).toBe(0);
    expect(await page.getByRole("status").textContent()).toBe("Comparing trials");
  });
});
