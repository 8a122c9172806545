/** The PNG of a picture, under the policy of the page that makes it. */
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

const { outputFiles } = await build({
  entryPoints: ["widget/page/save-png.ts"],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "made",
});
const script = outputFiles[0]?.text ?? "";

/** Width and height, which follow the name of the first chunk of every PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("a picture is saved with twice its pixels, and no other site is asked", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  await page.goto("/report?outcome=orr");
  const saved = page.waitForEvent("download");
  await page.evaluate(
    `(() => { ${script}; return made.savePng("/v1/forest.svg?outcome=orr&format=wide", "slide.png"); })()`,
  );
  const download = await saved;
  expect(download.suggestedFilename()).toBe("slide.png");
  const file = readFileSync(await download.path());
  expect(sizeOf(file)).toEqual([2560, 1440]);
  // An empty canvas of this size is a tenth of it.
  expect(file.length).toBeGreaterThan(60_000);
  expect(misconduct).toEqual(goodConduct);
});
