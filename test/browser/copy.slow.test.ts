/**
 * Copying the link, the summary and the table, and what happens where nothing can be made. `frame-sandbox.test.ts`
 * checks frames that may not copy, and `test/approved/` every word that is copied.
 */
import { expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { clipboard, permissions } from "./support/clipboard.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { choose, live, openRow, panel, pressCopy, rowNamed } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const data = `data=${dataVersion}`;

test("The link, the summary and the table are copied, also of an opened row; what cannot be made says so", async ({
  openHostPage,
}) => {
  const { page, misconduct } = await openHostPage({ permissions });
  await choose(page, "Lines", "Any");
  await expectToShow(page, await answerTo("lines=any"));
  const expected = `${inject("serverUrl")}/embed?lines=any&availability=us,eu&${data}`;
  const link = page.getByRole("link", { name: "Link", exact: true });
  expect(await link.getAttribute("href")).toBe(expected);
  await pressCopy(page, "Copy link");
  await page.getByText("Copied").waitFor();
  expect((await clipboard(page))["text/plain"]).toBe(expected);
  // The link leads to our page with the same question.
  await page.goto(expected);
  await expectToShow(page, await answerTo("lines=any"));
  await live(page);
  await pressCopy(page, "Copy text");
  await expect.poll(async () => (await clipboard(page))["text/plain"]).toContain("\r\n");
  expect((await clipboard(page))["text/plain"]).toContain(expected);

  const { outcomes } = await answerTo("");
  const { outcome, label } = outcomes[2] ?? {};
  await openRow(rowNamed(page, `${label}`));
  await panel(page).getByRole("button", { name: "Copy text" }).click();
  await panel(page).getByText("Copied").waitFor();
  expect((await clipboard(page))["text/plain"]).toContain(`/embed?outcome=${outcome}&lines=any`);

  await pressCopy(page, "Copy table");
  await expect
    .poll(async () => Object.keys(await clipboard(page)).sort())
    .toEqual(["text/html", "text/plain"]);
  const copied = await clipboard(page);
  expect(copied["text/plain"]).toMatch(/\t.*\r\n/);
  expect(copied["text/html"]).toContain(`${label}`);
  expectGoodConduct(misconduct);

  await page.reload();
  await live(page);
  await page.route("**/v1/screen/copy**", (route) => route.fulfill({ status: 500 }));
  await pressCopy(page, "Copy table");
  await page.getByText("could not be loaded").waitFor();
  expect(misconduct.pageErrors).toEqual([]);
});

test("Sending is offered where the device has a way of its own, with the verdict and the link; refused, the link is shown", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  await page.addInitScript(() => {
    const sent: ShareData[] = [];
    const share = async (data: ShareData) => {
      if (sent.push(data) > 1) throw new DOMException("no", "NotAllowedError");
    };
    Object.assign(window, { sent });
    Object.defineProperty(navigator, "share", { value: share });
  });
  await page.goto("/embed?age=60-65");
  await live(page);
  await pressCopy(page, "Share");
  const [sent] = await page.evaluate(() => (window as unknown as { sent: ShareData[] }).sent);
  const verdict = await page.getByRole("heading", { level: 2 }).first().innerText();
  // Only the screen keeps a name from breaking.
  expect(sent?.text).toContain(verdict.replaceAll("\u2060", ""));
  expect(sent?.text).toContain("Very low certainty");
  expect(sent?.url).toContain("/embed?age=60-65&availability=us,eu&data=");
  await pressCopy(page, "Share");
  expect(await page.getByLabel("copy it").inputValue()).toBe(sent?.url);
  expect(misconduct).toEqual(goodConduct);
});
