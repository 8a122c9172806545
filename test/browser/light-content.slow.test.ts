/** Checks what a reader sees on a page of another site where the script of the element is refused or slow. */
import { describe, expect, inject } from "vitest";
import { makeElementSnippet } from "#presentation/embed/snippets.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const ours = inject("serverUrl");
const snippet = makeElementSnippet(ours, "lines=2");
const after = "<p>What stands after it.</p>";
const body = snippet + after;

describe("The link in the element is seen", () => {
  test("on a page that refuses scripts of other sites", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      head: "",
      body: `<h1>Hospital</h1>${body}`,
      width: 360,
      headers: { "content-security-policy": "script-src 'self'" },
    });
    const link = page.getByRole("link", { name: "CAR-T or bispecific antibody" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`${ours}/embed?lines=2`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(
      false,
    );
    await expectNoAxeViolations(page);
  });

  test("until the script takes over: then the element is drawn at once, and never lower than before", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({ head: "", body, width: 1280 });
    await page.addInitScript(() => {
      const seen: { height: number; link: boolean; drawn: boolean }[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const element = document.querySelector("myeloma-compare");
        const link = element?.querySelector("a");
        if (element && link) {
          seen.push({
            height: element.getBoundingClientRect().height,
            link: link.getClientRects().length > 0,
            drawn: (element.shadowRoot?.querySelector(".compare")?.clientHeight ?? 0) > 0,
          });
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.route(`${ours}/v1/widget.js`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await open();
    await expectToShow(page, await answerTo("lines=2"));
    const seen = await page.evaluate(
      () =>
        (window as unknown as { seen: { height: number; link: boolean; drawn: boolean }[] }).seen,
    );
    expect(seen[0]?.link).toBe(true);
    expect(seen.at(-1)).toMatchObject({ link: false, drawn: true });
    // Every painted frame shows one of the two, never both and never none.
    expect(seen.filter(({ link, drawn }) => link === drawn)).toEqual([]);
    const [light] = seen.filter(({ link }) => link).slice(-1);
    const lowest = Math.min(...seen.filter(({ drawn }) => drawn).map(({ height }) => height));
    expect(lowest).toBeGreaterThan(light?.height ?? Number.POSITIVE_INFINITY);
    await expect(page.getByRole("link", { name: /: the comparison$/ }).count()).resolves.toBe(0);
    expectGoodConduct(misconduct);
  });
});
