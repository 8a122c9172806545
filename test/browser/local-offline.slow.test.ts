/** Without a connection: sheets, published sets, sources, and the first answer. */
import { describe, expect, inject } from "vitest";
import type { Choices } from "#core/choices/choices.ts";
import { ask, moduleLoaded, notice } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import { choice, choosePart, openRow, openSheet, rowNamed } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, questions } from "./support/traffic.ts";

describe("Without a connection", () => {
  test("a sheet counts what each choice leaves", async ({ openWithEngine }) => {
    const { page } = await openWithEngine("/embed");
    const asked = await fetch(`${inject("serverUrl")}/v1/choices?setting=early`);
    const counted = (await asked.json()) as Choices;
    // Opening a sheet once loads the part of the script with its content.
    await (await openSheet(page, "Age")).getByRole("button", { name: "Close" }).click();
    await page.context().setOffline(true);
    await ask(page, { setting: "early" });
    const sheet = await openSheet(page, "Prior lines");
    await sheet.locator('[aria-busy="false"]').waitFor();
    for (const { value, cohorts } of counted.choices.setting) {
      const label = { late: "Late", early: "Earlier", any: "Both" }[value] ?? value;
      const counts = `${cohorts["car-t"]} CAR-T · ${cohorts.bsab} bispecific`;
      expect(await choice(sheet, label, "Setting").innerText()).toContain(counts);
    }
  });

  test("a question by the rules of a published set is answered, too", async ({ openPage }) => {
    const { page } = await openPage();
    // The last part that is loaded when nothing else is to be done.
    const all = moduleLoaded(page, "product-engine-");
    await page.goto("/embed");
    await all;
    await page.context().setOffline(true);
    await ask(page, { set: "roex-2020" });
    await expectToShow(page, await answerTo("set=roex-2020"));
  });

  test("to the API, because the request is blocked, also the first answer is computed here", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage();
    await page.route("**/v1/comparison**", (route) => route.abort("blockedbyclient"));
    await openWithoutAnswer(page);
    await expectToShow(page, await answerTo(""));
    expect(await notice(page).isVisible()).toBe(true);
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("The sources of a row", () => {
  test("come after its trials, which do not move", async ({ openWithEngine }) => {
    const { page } = await openWithEngine("/embed");
    await ask(page, { setting: "early" });
    const early = await answerTo("setting=early");
    await expectToShow(page, early);
    const asked = questions(page);
    const released = gate();
    await page.route("**/v1/comparison**", async (route) => {
      await released.opened;
      await route.continue();
    });
    const row = rowNamed(page, early.outcomes[0]?.label ?? "");
    await openRow(row, "Sources");
    await row.getByText("Loading the sources").waitFor();
    await choosePart(row, "Trials");
    const boxes = () =>
      row.getByRole("table").evaluateAll((all) =>
        all.map((table) => {
          const { x, y, width, height } = table.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const before = await boxes();
    released.open();
    const study = early.outcomes[0]?.pools["car-t"].studies[0];
    // Names of trials lead to their papers, once these are known.
    await row.locator(`a[href="${study?.citation?.publication}"]`).first().waitFor();
    expect(await boxes()).toEqual(before);
    await choosePart(row, "Sources");
    await row
      .getByText(study?.citation?.text ?? "?")
      .first()
      .waitFor({ state: "attached" });
    expect(await row.getByText("Loading the sources").count()).toBe(0);
    expect(asked).toEqual(["setting=early"]);
  });
});
