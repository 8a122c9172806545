/** A page with the snippet of an earlier release still works and shows today's numbers. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { expect, vi } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { assets } from "#generated/assets.ts";
import { assetHeaderRules } from "#server/http/headers.ts";
import { entryOf } from "../../.dev/build/assets.ts";
import {
  keepRelease,
  type Release,
  readReleases,
  releaseOf,
  serveReleases,
} from "../../.dev/build/releases.ts";
import { startServer } from "../../.dev/serve/serve.ts";
import { copyBuild } from "../support/copied-build.ts";
import { test as base } from "./support/fixture.ts";
import { choice, partOf, rowNamed, rows, toggle } from "./support/screen.ts";
import { answerTo, printedRate } from "./support/shown-answer.ts";

/** Today's build that also serves an earlier release. */
const test = base.extend(
  "served",
  { scope: "file" },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "releases-"));
    const copied = copyBuild({ precomputed: false });
    const made = await earlierRelease(folder);
    const assetsFolder = join(copied.folder, "dist/assets");
    serveReleases(assetsFolder, join(folder, "kept"));
    const files = readdirSync(assetsFolder).map((name) => `/assets/${name}`);
    writeFileSync(join(copied.folder, "dist/_headers"), assetHeaderRules(files, false).join(""));
    const server = await startServer({ built: copied.folder, vars: { APP_ENV: "local" } });
    onCleanup(async () => {
      await server.dispose();
      copied.remove();
      rmSync(folder, { recursive: true });
    });
    return { made, server, copied };
  },
);

/** Today's source with an additional comment, so that content and file names differ. */
async function earlierRelease(folder: string): Promise<Release> {
  const dist = join(folder, "dist");
  vi.stubEnv("NODE_ENV", "production");
  await build({
    configFile: join(import.meta.dirname, "../../widget/vite.config.ts"),
    mode: "widget",
    logLevel: "warn",
    build: { outDir: dist, rolldownOptions: { output: { postBanner: "/* earlier */" } } },
  });
  vi.unstubAllEnvs();
  const widget = entryOf("widget", dist);
  // Today's files for the other scripts of a snippet.
  cpSync(join(import.meta.dirname, "../../dist/assets"), join(dist, "assets"), {
    recursive: true,
    force: false,
  });
  const release = releaseOf({ ...assets, widget }, { version: "0.0.1", date: "2026-01-01" });
  keepRelease(release, join(dist, "assets"), join(folder, "kept"));
  return release;
}

test("an earlier release has files of its own, which a browser keeps and any site may load", async ({
  served,
}) => {
  const { made, server, copied } = served;
  expect(made.widget.href).not.toBe(assets.widget.href);
  const names = Object.keys(made.files);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const { status, headers } = await server.fetch(`/assets/${name}`);
    expect(status, name).toBe(200);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  }
  expect(existsSync(join(copied.folder, "dist", assets.widget.href))).toBe(true);
});

test("every release that is kept works on a page of another site, its later parts too", async ({
  served,
  openHostPage,
}) => {
  const { made, server } = served;
  for (const { version, widget } of [made, ...readReleases()]) {
    const { href, integrity } = widget;
    const head = `<script type="module" src="${server.url}${href}" integrity="${integrity}" crossorigin></script>`;
    const { page, misconduct } = await openHostPage({
      head,
    });
    await expectRates(page, await answerTo(""));
    const row = rows(page).first();
    await toggle(row).click();
    // Earlier releases show the trials at once.
    await row.getByRole("table").first().or(partOf(row)).first().waitFor();
    // Earlier releases say another word on it.
    await page
      .getByRole("button", { name: /\blines?\b/i })
      .and(page.locator("[aria-haspopup=dialog]"))
      .click();
    await choice(page.getByRole("dialog"), "Earlier").click();
    await expectRates(page, await answerTo("setting=early"));
    const { foreignRequests, ...rest } = misconduct;
    expect(rest, version).toEqual({ consoleMessages: [], pageErrors: [], failedRequests: [] });
    expect(foreignRequests.filter((url) => !url.startsWith(`${server.url}/`))).toEqual([]);
    expect(foreignRequests).toContain(`${server.url}${href}`);
    // Until the source changes, the newest release is the present build.
    const others = [assets.widget.href].filter((present) => present !== href);
    for (const other of others) expect(foreignRequests).not.toContain(`${server.url}${other}`);
  }
});

/** Every rate of a class that is compared. What stands where one is not is said by each release in its own way. */
async function expectRates(page: Page, { outcomes }: Comparison): Promise<void> {
  const compared = outcomes.filter(
    ({ contrasts: [one] }) => (one?.differencePer100 ?? null) !== null,
  );
  expect(compared.length).toBeGreaterThan(0);
  for (const { label, pools } of compared) {
    for (const pool of Object.values(pools)) {
      const printed = printedRate(pool);
      if (printed === null) continue;
      const rounded = Math.round(printed.estimate * 100);
      const text = rounded === 0 && printed.estimate > 0 ? "<1" : String(rounded);
      await expect
        .poll(() => rowNamed(page, label).innerText())
        .toMatch(new RegExp(`(?<![\\d–])${text}(?![\\d–])`));
    }
  }
}
