/**
 * A page that stays open while its installation is upgraded or goes back, and one whose script and answers are of two
 * releases from the start: it works, or it says that it does not. No page shows a question above the numbers of another.
 */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { assets } from "#generated/assets.ts";
import { isWhole } from "../support/sample.ts";
import { test as base, setProperty } from "./support/fixture.ts";
import { type Answering, earlierReleases, startInstallation } from "./support/releases.ts";
import { rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordEvents } from "./support/traffic.ts";

const elementWithLink =
  '<myeloma-compare id="a"><a href="/comparison">The comparison</a></myeloma-compare>';

const test = base.extend("openWithElement", ({ hostPage }, { onCleanup }) => {
  const installations: { close: () => Promise<void> }[] = [];
  onCleanup(async () => {
    await Promise.all(installations.map(({ close }) => close()));
  });
  /** Opens a page of another site with the element of an installation. */
  return async (answering: Answering, script?: Answering, path = "/v1/widget.js") => {
    const installation = await startInstallation(answering, script);
    installations.push(installation);
    const src = installation.origin + path;
    const head = `<script type="module" src="${src}"></script>`;
    const { page, open, misconduct } = await hostPage({ head, body: elementWithLink });
    const heard = await recordEvents(page);
    await open();
    /** Returns what the host is told of answers that it does not get. */
    const errors = async () =>
      (await heard()).flatMap(({ name, detail }) => (name === "error" ? detail : []));
    return { page, misconduct, installation, errors };
  };
});

/** What a reader sees of the element. */
const shownText = async (page: Page) =>
  (await page.locator("#a .root").innerText()).replaceAll("⁠", "");

const reload = /This page is from another release/;

/** Expects that no number is left, and that the reader is told to reload. */
async function expectNoNumbers(page: Page): Promise<void> {
  await expect.poll(() => shownText(page)).toMatch(reload);
  expect(await rows(page).count()).toBe(0);
  expect(await page.locator("#a .strip, #a svg.plot").count()).toBe(0);
}

describe.each(earlierReleases)("Release %s", (earlier) => {
  test("open in a page while its installation is upgraded: no number is left", async ({
    openWithElement,
  }) => {
    const { page, installation, misconduct } = await openWithElement(earlier);
    await rows(page).first().waitFor();
    installation.answering = "present";
    await setProperty(page, "lines", "1");
    await expectNoNumbers(page);
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("answering a page that was opened with this one, as after going back: no number is left, the host is told, and the present release draws again", async ({
    openWithElement,
  }) => {
    const { page, installation, misconduct, errors } = await openWithElement("present");
    await expectToShow(page, await answerTo(""));
    installation.answering = earlier;
    await setProperty(page, "lines", "1");
    await expectNoNumbers(page);
    expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Reload the page" }).isVisible()).toBe(true);
    expect(await errors()).toEqual([{ kind: "release" }]);
    installation.answering = "present";
    await setProperty(page, "lines", "2");
    await expectToShow(page, await answerTo("lines=2"));
    expect(misconduct.pageErrors).toEqual([]);
  });

  test.runIf(isWhole)(
    "as a script that a cache kept, with answers of this one: no number, and no hole in the page",
    async ({ openWithElement }) => {
      const { page, misconduct } = await openWithElement("present", earlier);
      await expectNoNumbers(page);
      const { height } = (await page.locator("#a").boundingBox()) ?? { height: 0 };
      expect(height).toBeGreaterThan(40);
      expect(misconduct.pageErrors).toEqual([]);
    },
  );

  test.runIf(isWhole)(
    "with the script of this one: no number, and the link stays",
    async ({ openWithElement }) => {
      const { page, misconduct } = await openWithElement(earlier, "present");
      await expectNoNumbers(page);
      expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
      expect(misconduct.pageErrors).toEqual([]);
    },
  );

  test("with the script of this one at its own address: the page cannot reload it, so its editor is to be asked", async ({
    openWithElement,
  }) => {
    const { page } = await openWithElement(earlier, "present", assets.fixed.href);
    await expect.poll(() => shownText(page)).toMatch(/Ask the editor of this page/);
    expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Reload/ }).count()).toBe(0);
  });
});

test("The script of this release at its own address has an integrity, and is kept for ever", async () => {
  const { href } = assets.fixed;
  expect(href).toMatch(/^\/widget\/\d+\.\d+\.\d+-[0-9a-f]{8}\.js$/);
  const response = await fetch(inject("serverUrl") + href);
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.text()).toBe(
    await (await fetch(inject("serverUrl") + assets.widget.href)).text(),
  );
});

test("An answer that throws while it is drawn takes all numbers with it; the reader has the link, the host is told, and the next answer is drawn", async ({
  openWithElement,
}) => {
  const { page, misconduct, errors } = await openWithElement("present");
  await expectToShow(page, await answerTo(""));
  await page.route("**/v1/screen?*lines=1*", async (route) => {
    const response = await route.fetch();
    const { format, view } = await response.json();
    await route.fulfill({ response, json: { format, view: { ...view, rows: [{}] } } });
  });
  await setProperty(page, "lines", "1");
  await expect.poll(() => shownText(page)).toContain("The answer could not be drawn here.");
  expect(await rows(page).count()).toBe(0);
  expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
  expect(await errors()).toEqual([{ kind: "drawing" }]);
  await setProperty(page, "lines", "2");
  await expectToShow(page, await answerTo("lines=2"));
  expect(misconduct.pageErrors).toEqual([]);
});
