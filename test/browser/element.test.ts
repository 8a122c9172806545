import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, openers } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { listen, questions } from "./support/traffic.ts";

describe("The element", () => {
  test("attributes it does not know, also patient values, never reach the API", async ({
    hostPage,
  }) => {
    const { page, open } = await hostPage({
      body: '<myeloma-compare class="wide" lang="de" data-x="1" patient-age="71"></myeloma-compare>',
    });
    const asked = questions(page);
    await open();
    await expectToShow(page, await answerTo(""));
    expect(asked).toEqual([""]);
  });

  test("created by a script, it works like one in the HTML", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({ body: '<div id="place"></div>' });
    await page.evaluate(() => {
      const element = document.createElement("myeloma-compare");
      element.setAttribute("age", "60-65");
      document.getElementById("place")?.appendChild(element);
    });
    await expectToShow(page, await answerTo("age=60-65"));
    expectGoodConduct(misconduct);
  });

  test("removed, put back and moved, it shows one answer and still works", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare id="a"></myeloma-compare><div id="elsewhere"></div>',
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    await page.locator("#a").evaluate((element) => {
      const { parentElement } = element;
      element.remove();
      setTimeout(() => parentElement?.appendChild(element), 50);
    });
    await page.locator("#a").waitFor();
    await expectToShow(page, await answerTo("lines=any"));
    await page.locator("#a").evaluate((element) => {
      document.getElementById("elsewhere")?.appendChild(element);
    });
    await expectToShow(page, await answerTo("lines=any"));
    expect(await page.getByRole("heading", { level: 2 }).count()).toBe(1);
    expect(await page.getByRole("group", { name: "Question" }).getByRole("button").count()).toBe(
      openers.length,
    );
    expect(await page.getByText("For health-care professionals").count()).toBe(1);
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    expectGoodConduct(misconduct);
  });

  test("tells its host about a result, a change and an error, each with its detail", async ({
    hostPage,
  }) => {
    const { page, open } = await hostPage({ body: '<myeloma-compare id="a"></myeloma-compare>' });
    const heard = await listen(page);
    await open();
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    await page.route("**/v1/screen**", (route) => route.fulfill({ status: 500 }));
    await page.locator("#a").evaluate((element) => element.setAttribute("age", "60-65"));
    await page.getByRole("alert").waitFor();
    const events = await heard();
    expect(events.map(({ name, from }) => `${name} from ${from}`)).toEqual([
      "result from a",
      "change from a",
      "result from a",
      "error from a",
    ]);
    expect(events[0]?.detail).toMatchObject({ query: "" });
    expect(events[1]?.detail).toEqual({
      query: "lines=any",
      permalink: `${inject("serverUrl")}/embed?lines=any`,
    });
    const { dataDate, dataVersion, answerVersion } = await answerTo("lines=any");
    expect(events[2]?.detail).toEqual({
      query: "lines=any",
      permalink: `${inject("serverUrl")}/embed?lines=any`,
      comparison: `${inject("serverUrl")}/v1/comparison?lines=any`,
      dataDate,
      dataVersion,
      answerVersion,
    });
    expect(events[3]?.detail).toEqual({ kind: "failed" });
  });

  test("with a value it does not know it shows the reason, throws nothing, and can be reset", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({
      body: '<myeloma-compare id="a"></myeloma-compare>',
    });
    const heard = await listen(page);
    await open();
    await expectToShow(page.locator("#a"), await answerTo(""));
    const refused = [
      ["lines", "never"],
      ["age", "<img src=x onerror=alert(1)>"],
    ] as const;
    for (const [name, value] of refused) {
      await page.evaluate(
        ([id, text]) => {
          const element = document.createElement("myeloma-compare");
          element.id = `bad-${id}`;
          element.setAttribute(id, text);
          document.querySelector("main")?.appendChild(element);
        },
        [name, value] as const,
      );
      const broken = page.locator(`#bad-${name}`);
      await broken.getByRole("alert").waitFor();
      expect(await broken.getByRole("alert").innerText()).toMatch(new RegExp(`${name}: \\w+`));
      expect((await heard()).at(-1)).toMatchObject({
        name: "error",
        from: `bad-${name}`,
        detail: { kind: "refused" },
      });
      await broken.getByRole("button", { name: "Reset all filters" }).click();
      await expectToShow(broken, await answerTo(""));
    }
    await expectToShow(page.locator("#a"), await answerTo(""));
    expect(misconduct.pageErrors).toEqual([]);
  });
});
