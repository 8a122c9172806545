/** Accessibility checks by axe. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

const root = join(import.meta.dirname, "../../..");

const axeScript = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** Expects no violations, also in open shadow roots. A failure shows the rule, the first elements and the remedy. */
export async function expectNoAxeViolations(page: Page | Frame): Promise<void> {
  // The size of targets is a rule of WCAG 2.2 AA that is off by default.
  const rules = { "target-size": { enabled: true } };
  await onWholePage(page, () => expectToPass(page, { rules }));
}

/**
 * Checks the page with axe in light colours and in dark ones, on which only the rules about colours depend. The page
 * must be without animations. With selectors in `dark`, only these parts are checked in dark colours.
 */
export async function expectNoAxeViolationsInAnyColours(
  page: Page,
  { dark }: { dark?: readonly string[] } = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectToPass(page, { runOnly: ["color-contrast", "link-in-text-block"] }, dark);
}

/**
 * Runs the check on a screen as high as the page: the bar of filters sticks to an edge of the screen
 * and covers a part of what is scrolled under it.
 */
async function onWholePage(page: Page | Frame, check: () => Promise<void>): Promise<void> {
  const owner = "page" in page ? page.page() : page;
  const sizes = () =>
    owner.evaluate(() => ({
      screen: { width: innerWidth, height: innerHeight },
      page: document.documentElement.scrollHeight,
    }));
  const { screen: usual } = await sizes();
  // The height is set several times, because content that comes into sight may be drawn only then, and make the page
  // higher.
  for (let times = 0; times < 4; times += 1) {
    const { screen, page: height } = await sizes();
    if (height <= screen.height) break;
    await owner.setViewportSize({ width: usual.width, height });
  }
  await check();
  await owner.setViewportSize(usual);
}

async function expectToPass(
  page: Page | Frame,
  options: RunOptions,
  parts: readonly string[] = ["html"],
): Promise<void> {
  // Runs through the debugging protocol, to which the page's security policy does not apply.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeScript);
  const check = async ([include, axeOptions]: [string[], RunOptions]) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(
      { include },
      { resultTypes: ["violations"], ...axeOptions },
    );
    return violations.map(({ id, help, nodes }) => {
      const where = nodes.slice(0, 5).map(({ target }) => target.flat().join(" "));
      const more = nodes.length > 5 ? [`and ${nodes.length - 5} more`] : [];
      const remedy = nodes[0]?.failureSummary ?? "";
      return [`${id}: ${help}`, ...where, ...more, remedy].join("\n  ");
    });
  };
  const violations = await page.evaluate(check, [[...parts], options] as [string[], RunOptions]);
  if (violations.length > 0) throw new Error(`axe found\n${violations.join("\n")}`);
}
