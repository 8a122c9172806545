/** What a phone needs to put the comparison on its home screen. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

describe("On a phone", () => {
  /**
   * The manifest as Chromium reads it. The headless build does not check installability, so the
   * test checks the criteria.
   */
  const manifestOf = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    return session.send("Page.getAppManifest");
  };

  test("the page has all that Chromium asks of what is installed", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed");
    const { url, errors, manifest } = await manifestOf(page);
    expect([new URL(url).pathname, errors]).toEqual(["/manifest.webmanifest", []]);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    expect(manifest).toMatchObject({
      name: "Myeloma Compare",
      display: "kStandalone",
      startUrl: `${inject("serverUrl")}/embed`,
      scope: `${inject("serverUrl")}/`,
      preferRelatedApplications: false,
    });
    const sizes = await page.evaluate(
      async (icons) => {
        const decoded = icons.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image.naturalWidth;
        });
        return Promise.all(decoded);
      },
      manifest.icons?.map((icon) => icon.url) ?? [],
    );
    // An icon of at least 144 px is required. The maskable icon is for home screens that cut
    // icons to a shape.
    expect(sizes.slice(0, 3)).toEqual([192, 512, 512]);
    expect(misconduct).toEqual(goodConduct);
    await page.goto("/");
    expect((await manifestOf(page)).url).toBe(url);
  });

  test("a page that is no application has no manifest", async ({ openAt }) => {
    const { page } = await openAt("/docs");
    expect((await manifestOf(page)).url).toBe("");
  });
});
