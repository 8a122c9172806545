/** Survival before and after the script, and medians in its place. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { asked } from "../support/queries.ts";
import { ask } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { live, oneLine } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

const address = "/embed?outcome=survival";
const { screen: en, survival: words } = english;

describe("Survival, trial by trial", () => {
  test("is the same before and after the script, and on a page of another site", async ({
    openAt,
    hostPage,
  }) => {
    const read = async (page: Page) => (await page.getByRole("table").allInnerTexts()).map(oneLine);
    const served = await openAt(address, { javaScriptEnabled: false });
    const { page } = await openAt(address);
    await live(page);
    // Medians and lines, of progression, of death and of how long responses lasted.
    expect(await read(served.page)).toHaveLength(6);
    expect(await read(page)).toEqual(await read(served.page));
    const host = await hostPage({ body: `<myeloma-compare outcome="survival"></myeloma-compare>` });
    await host.open();
    await live(host.page);
    expect(await read(host.page)).toEqual(await read(page));
    await host.page.getByText(words.notClasses).first().waitFor();
  });
});

describe("A class without survival at the month", () => {
  test("has its medians in the row, also in an answer that is computed here", async ({
    openWithEngine,
  }) => {
    const lacking = dataset.outcomes.find(({ id, kind }) => {
      if (kind !== "landmark") return false;
      const [row] = compareWithSources(asked(`outcome=${id}`, dataset), english).outcomes;
      return row?.pools.bsab.k === 0 && row.pools.bsab.medians.length > 0;
    });
    if (!lacking) throw new Error("every landmark has a bispecific");
    const [row] = statementOf(
      compareWithSources(asked(`outcome=${lacking.id}`, dataset), english),
      en,
    ).rows;
    const printed = row?.sides.bsab.evidence || "nothing";
    const { page } = await openWithEngine("/embed?age=61.5-");
    // What the engine imports may still be on its way.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await ask(page, { outcome: lacking.id });
    await page.getByText(printed).waitFor();
    expect(await textOverlaps(page.locator("ol.rows"))).toEqual([]);
  });
});
