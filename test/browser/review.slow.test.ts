/** The page that a clinician signs: what is entered is kept, and saved as the file that a command takes. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect } from "vitest";
import { listPartsWithAllItemsAccepted, reviewFileSchema } from "#data/review-file.ts";
import { test } from "./support/fixture.ts";

test("Ticks and remarks are kept on the device, sent nowhere, and saved as a file", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 390 });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  const labels = page.locator("#labels li");
  const count = await labels.count();
  for (let index = 0; index < count; index += 1) {
    await labels.nth(index).getByRole("checkbox").check();
  }
  const figure = page.locator("#figures li").first();
  await figure.getByRole("textbox", { name: "What is wrong" }).fill("Another table has 95.");
  const [progress, signs] = [page.locator("#progress"), page.locator("#signs")];
  expect(await signs.innerText()).toBe("As it is now it signs labels.");
  const doubt = labels.first().getByRole("textbox", { name: "What is wrong" });
  await doubt.fill("Since March.");
  expect(await signs.innerText()).toBe("As it is now it signs nothing.");
  await doubt.fill("");
  expect(await progress.innerText()).toContain(`${count} of `);
  expect(await progress.innerText()).toContain("1 with a remark");
  await page.getByRole("button", { name: "Save the file" }).click();
  expect(await progress.innerText()).toContain("role");
  await page.reload();
  await page.getByRole("textbox", { name: "Role, no name" }).fill("haematologist");
  await page.getByRole("textbox", { name: /^What was checked/ }).fill("labels, against the labels");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const file = v.parse(
    reviewFileSchema,
    JSON.parse(readFileSync(await (await download).path(), "utf8")),
  );
  expect(listPartsWithAllItemsAccepted(file.items)).toEqual(["labels"]);
  const command = await page.locator("#sign code").innerText();
  const name = (await download).suggestedFilename();
  expect(command.endsWith(` ${name}`), command).toBe(true);
  expect(await progress.innerText()).toContain(name);
  expect(file.items.filter(({ remark }) => remark !== "").map(({ remark }) => remark)).toEqual([
    "Another table has 95.",
  ]);
  expect(sent.filter((url) => !url.endsWith("/review") && !url.includes("/assets/"))).toEqual([]);
});

test("What an older page or another program kept does no harm", async ({ openAt }) => {
  const { page } = await openAt("/review", { width: 390 });
  const first = page.locator("#figures li").first();
  const id = await first.getAttribute("data-id");
  await first.getByRole("checkbox").check();
  const { ticked } = JSON.parse(await page.evaluate(() => localStorage.getItem("review") ?? ""));
  const kept = [
    "null",
    "[]",
    "{",
    JSON.stringify({ ticked: [id], remarks: [1], fields: null }),
    JSON.stringify({
      ticked: { ...ticked, gone: "an item", other: 7 },
      remarks: { [`${id}`]: 3 },
      fields: { role: "nurse" },
    }),
  ];
  for (const text of kept) {
    await page.evaluate((value) => localStorage.setItem("review", value), text);
    await page.reload();
    expect(await page.locator("#progress").innerText(), text).toMatch(/^\d of \d+ ticked, 0 with/);
  }
  // Entries that fit are kept.
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Role, no name" }).inputValue()).toBe("nurse");
});

test("A tick outlives a release of the data, unless its item changed: then it asks again", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 390 });
  const [first, second] = [page.locator("#figures li").nth(0), page.locator("#figures li").nth(1)];
  await first.getByRole("checkbox").check();
  await second.getByRole("checkbox").check();
  await page.route("**/review", async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replaceAll(/data-version="[^"]*"/g, 'data-version="1999-12-31"')
      .replace(/(<span class="source">)/, "$1Erratum of ");
    await route.fulfill({ response, body: html });
  });
  await page.reload();
  expect(await first.getByRole("checkbox").isChecked()).toBe(false);
  expect(await first.innerText()).toContain("Changed since it was ticked");
  expect(await second.getByRole("checkbox").isChecked()).toBe(true);
  expect(await second.innerText()).not.toContain("Changed since");
  const progress = page.locator("#progress");
  expect(await progress.innerText()).toContain("1 changed since the tick");
  // What is entered elsewhere does not lose the question.
  await second.getByRole("textbox", { name: "What is wrong" }).fill("A comma.");
  await page.reload();
  expect(await first.innerText()).toContain("Changed since it was ticked");
  await first.getByRole("checkbox").check();
  expect(await first.innerText()).not.toContain("Changed since");
  await page.reload();
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  expect(await progress.innerText()).not.toContain("changed since");
});

test("Without a script it is a sheet of at most twelve pages A4, with the place of a signature", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 1280, javaScriptEnabled: false });
  expect(await page.getByRole("button", { name: "Save the file" }).count()).toBe(0);
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(12);
});
