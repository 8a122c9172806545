/** Accessibility checks by axe. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";

const root = join(import.meta.dirname, "../../..");

/**
 * Expects no violations, also in open shadow roots. A failure shows the rule, the first elements
 * and the remedy.
 */
export async function expectNoAxeViolations(page: Page | Frame, within?: string): Promise<void> {
  const source = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
  // Runs through the debugging protocol, to which the page's security policy does not apply.
  await page.evaluate(source);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(selector ?? document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => {
      const where = nodes.slice(0, 5).map(({ target }) => target.flat().join(" "));
      const more = nodes.length > 5 ? [`and ${nodes.length - 5} more`] : [];
      const remedy = nodes[0]?.failureSummary ?? "";
      return [`${id}: ${help}`, ...where, ...more, remedy].join("\n  ");
    });
  }, within);
  if (violations.length > 0) throw new Error(`axe found\n${violations.join("\n")}`);
}
