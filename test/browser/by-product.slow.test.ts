/** Products side by side from a row, with a filter, and without a connection. */
import { describe, expect, inject } from "vitest";
import { compareProducts, heading, questionOf, title } from "./support/by-product.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { openRow, openSheet, rows, settled } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { withoutEngine } from "./support/traffic.ts";

describe("Products side by side", () => {
  test("are one key from an opened row, stay with another filter, and are in the copied link", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await openRow(rows(page).first(), "By product");
    await tabTo(page, new RegExp(`^${compareProducts}$`));
    await page.keyboard.press("Enter");
    await heading(page).waitFor();
    await expect.poll(() => focused(page)).toBe(title);
    await (await openSheet(page, "Approved"))
      .getByRole("button", { name: /United States|US/ })
      .click();
    await expect.poll(() => questionOf(page)).toBe("?compare=product&availability=us");
    await settled(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Copied").waitFor();
    await page.getByRole("button", { name: "Reset all filters" }).click();
    await expect.poll(() => questionOf(page)).toBe("?compare=product");
    await page.goBack();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(
      new RegExp(`^${inject("serverUrl")}/embed\\?compare=product&availability=us&data=`),
    );
  });

  test("say that there is no connection, over the classes, and come when it is back", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    await withoutEngine(page);
    await page.route("**/v1/comparison?compare=product**", (route) => route.abort());
    const sheet = await openSheet(page, "Product");
    await sheet.getByRole("button", { name: compareProducts }).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    await expectToShow(page, await answerTo(""));
    await page.unroute("**/v1/comparison?compare=product**");
    await alert.getByRole("button", { name: "Try again" }).click();
    await heading(page).waitFor();
    expect(await alert.count()).toBe(0);
  });
});
