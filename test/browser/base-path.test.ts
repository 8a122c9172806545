/** The element and our own pages where the installation lies below a path of its site. */
import { expect } from "vitest";
import { serveOnNode } from "../support/node-server.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choice, live, openSheet } from "./support/screen.ts";

const base = "/health/myeloma";
const { url: baseURL } = await serveOnNode({ BASE_PATH: base, RATE_LIMIT: "0" });

test("a frame answers, changes its address and finds its way back", async ({ openPage }) => {
  const { page, misconduct } = await openPage({ baseURL });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${base}/embed`);
  await live(page);
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  await page.waitForURL(/embed\?/);
  expect(new URL(page.url()).pathname).toBe(`${base}/embed`);
  await page.goBack();
  await page.waitForURL((address) => address.search === "");
  expect(asked.filter((path) => !path.startsWith(`${base}/`))).toEqual([]);
  expect(asked.some((path) => path.startsWith(`${base}/assets/`))).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});

test("the builder makes snippets and a code for this installation", async ({ openPage }) => {
  const { page, misconduct } = await openPage({ baseURL });
  await page.goto(`${base}/build`);
  await page.locator("#builder").waitFor();
  await live(page);
  expect(await page.locator("#script").textContent()).toContain(`src="${baseURL}${base}/assets/`);
  expect(await page.locator("#link").textContent()).toContain(`${baseURL}${base}/embed`);
  expect(await page.locator("#code").getAttribute("src")).toBe(`${baseURL}${base}/qr.svg`);
  expect(misconduct).toEqual(goodConduct);
});
