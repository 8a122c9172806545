/** The page that a clinician signs: what is entered is kept, and saved as the file that a command takes. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect } from "vitest";
import { listSignedPartNames, reviewFileSchema } from "#data/review-file.ts";
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
  expect(listSignedPartNames(file.items)).toEqual(["labels"]);
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
  const version = await page.locator("main").getAttribute("data-version");
  const first = page.locator("#figures li").first();
  const id = await first.getAttribute("data-id");
  const kept = [
    "null",
    "[]",
    "{",
    JSON.stringify({ ticked: {}, remarks: [1], fields: null }),
    JSON.stringify({ ticked: [7, id], remarks: { [`${id}`]: 3 }, fields: { role: "nurse" } }),
  ];
  for (const text of kept) {
    await page.evaluate(
      ([key = "", value = ""]) => localStorage.setItem(key, value),
      [`review ${version}`, text],
    );
    await page.reload();
    expect(await page.locator("#progress").innerText(), text).toMatch(/^\d of \d+ ticked, 0 with/);
  }
  // Entries that fit are kept.
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Role, no name" }).inputValue()).toBe("nurse");
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
