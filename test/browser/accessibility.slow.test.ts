/** axe on answers with gaps, on failures, and on pages around. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import { live, openRow, rows, toggle } from "./support/screen.ts";
import { gate } from "./support/traffic.ts";

/** Without animations, so that no colour is measured during a transition. */
const calm = { reducedMotion: "reduce" } as const;

describe("axe finds nothing on the embedded page", () => {
  test("with an empty answer, one class, ignored parameters, and when a question is refused", async ({
    openPage,
  }) => {
    const { page } = await openPage(calm);
    for (const search of ["prior-lines=90-", "therapy-class=car-t", "utm_source=intranet"]) {
      await page.goto(`/embed?${search}`);
      await live(page);
      await expectNoAxeViolations(page);
    }
    const response = await page.goto("/embed?lines=never");
    expect(response?.status()).toBe(400);
    await expectNoAxeViolations(page);
  });

  test("when the server fails as a row is opened", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", calm);
    await page.route("**/v1/screen**", (route) => route.fulfill({ status: 500 }));
    await toggle(rows(page).first()).click();
    await page.getByRole("alert").waitFor();
    await expectNoAxeViolations(page);
  });
});

describe("axe finds nothing on the home page, nor on that of a host", () => {
  test("at 1280 pixels with the trials of a row open", async ({ openWidget }) => {
    const { page } = await openWidget("/", { ...calm, width: 1280 });
    await openRow(rows(page).first());
    await expectNoAxeViolations(page);
  });

  test("while the first answer of a host’s page is on its way, and when it does not come", async ({
    openPage,
  }) => {
    const { page } = await openPage(calm);
    const waiting = gate();
    await page.route("**/v1/screen**", async (route) => {
      await waiting.opened;
      await route.fulfill({ status: 500 });
    });
    await openWithoutAnswer(page);
    await page.getByRole("status").waitFor();
    await expectNoAxeViolations(page);
    waiting.open();
    await page.getByRole("alert").waitFor();
    await expectNoAxeViolations(page);
  });
});
