import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import { chipNames, live, oneLine, openRow, openSheet, rows, toggle } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";
import { gate, withoutEngine } from "./support/traffic.ts";

/** Without animations, so that no colour is measured during a transition. */
const calm = { reducedMotion: "reduce" } as const;

/** Follows the reader's colours; without this a frame is light. */
const inAnyColours = "/embed?theme=system";

describe("axe finds nothing on the embedded page", () => {
  test("closed, with each sheet open, with a refused range in one, and with the trials of a row", async ({
    openSparing,
  }) => {
    const { page } = await openSparing(inAnyColours, calm);
    await expectNoAxeViolationsInAnyColours(page);
    for (const name of chipNames) {
      const sheet = await openSheet(page, name);
      await expectNoAxeViolationsInAnyColours(page);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    const sheet = await openSheet(page, "Prior lines");
    await sheet.getByLabel("from").fill("many");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await openRow(rows(page).first());
    await expectNoAxeViolationsInAnyColours(page);
  });

  test("with an empty answer, one class, ignored parameters, and when a question is refused", async ({
    openPage,
  }) => {
    const { page } = await openPage(calm);
    for (const search of ["prior-lines=90-", "therapy-class=car-t", "utm_source=intranet"]) {
      await page.goto(`/embed?${search}`);
      await live(page);
      await expectNoAxeViolations(page);
    }
    const response = await page.goto("/embed?setting=never");
    expect(response?.status()).toBe(400);
    await expectNoAxeViolations(page);
  });

  test("when the server fails after an answer", async ({ openSparing }) => {
    const { page } = await openSparing("/embed", calm);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await toggle(rows(page).first()).click();
    await page.getByRole("alert").waitFor();
    await expectNoAxeViolations(page);
  });
});

describe("axe finds nothing on the home page, nor on that of a host", () => {
  test("at 1280 pixels with the trials of a row open", async ({ openSparing }) => {
    const { page } = await openSparing("/", { ...calm, width: 1280 });
    await openRow(rows(page).first());
    await expectNoAxeViolations(page);
  });

  test("while the first answer of a host’s page is on its way, and when it does not come", async ({
    openPage,
  }) => {
    const { page } = await openPage(calm);
    const waiting = gate();
    await withoutEngine(page);
    await page.route("**/v1/comparison**", async (route) => {
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

describe("In the accessibility tree", () => {
  test("the name of a row's button begins with its outcome, and its difference is of 100", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed?evidence=all");
    const { outcomes } = await answerTo("evidence=all");
    const shown = await rows(page).all();
    expect(shown.length).toBe(outcomes.length);
    for (const [index, row] of shown.entries()) {
      const { label, phrase, contrasts } = outcomes[index] ?? {};
      const begins = new RegExp(`^${label}\\b`);
      expect(await row.getByRole("button", { name: begins, expanded: false }).count()).toBe(1);
      if (contrasts?.[0]?.status !== "ok") continue;
      expect(oneLine(await row.innerText())).toMatch(
        new RegExp(`(?:<1|\\d+) (?:more|fewer) of 100 ${phrase}`),
      );
    }
  });
});
