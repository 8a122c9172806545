/** The element and our own pages where the installation lies below a path of its site. */
import { expect } from "vitest";
import { serveOnNode } from "../support/node-server.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choose, live } from "./support/screen.ts";

const base = "/health/myeloma";
const { url: baseURL } = await serveOnNode({ BASE_PATH: base });

test("the preview beside the snippets answers, changes its address and finds its way back", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ baseURL });
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(new URL(request.url()).pathname));
  await page.goto(`${base}/build`);
  const snippets = (await page.locator("code").allTextContents()).join(" ");
  expect(snippets).toContain(`src="${baseURL}${base}/v1/widget.js"`);
  const [, preview] = page.frames();
  if (!preview) throw new Error("there is no preview");
  await live(preview);
  await page.goto(preview.url());
  await live(page);
  await choose(page, "Lines", "Any");
  await page.waitForURL(/embed\?lines/);
  expect(new URL(page.url()).pathname).toBe(`${base}/embed`);
  // The sheet is closed, and its entry is gone.
  await page.waitForFunction(() => history.state === null);
  await page.goBack();
  await page.waitForURL((address) => !address.search.includes("lines"));
  expect(addresses.filter((path) => !path.startsWith(`${base}/`))).toEqual([]);
  expect(addresses.some((path) => path.startsWith(`${base}/assets/`))).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
