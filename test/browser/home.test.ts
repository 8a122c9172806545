/** The home page: the copied snippet matches the preview, and it works on another page. */
import jsqr from "jsqr";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import presets from "#data/presets.json" with { type: "json" };
import { assets } from "#generated/assets.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { choice, frameOf, live, openSheet } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

/** A link says with which data it was made; what is put on a page shows the present ones. */
const asOf = `as-of=${dataVersion}`;

const permissions = ["clipboard-read", "clipboard-write"];

type SnippetName = "As an element" | "As a frame" | "As a link";

const snippet = (page: Page, name: SnippetName) =>
  page.getByRole("region", { name, exact: true }).locator("code");
const textOf = (page: Page, name: SnippetName) => snippet(page, name).innerText();
const code = (page: Page) => page.getByRole("img", { name: /QR code/ });

async function setEarly(page: Page): Promise<void> {
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  await expectToShow(page, await answerTo("setting=early"));
}

describe("What is set above is what is copied", () => {
  test("a filter of the preview is in every snippet, and in the code", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/");
    expect(await textOf(page, "As an element")).toContain("<myeloma-compare><a ");
    await setEarly(page);
    const ours = inject("serverUrl");
    const element = () => textOf(page, "As an element");
    expect(await element()).toContain('<myeloma-compare setting="early">');
    expect(await textOf(page, "As a frame")).toContain(`src="${ours}/embed?setting=early"`);
    expect(await textOf(page, "As a link")).toBe(`${ours}/embed?setting=early&${asOf}`);
    expect(await code(page).getAttribute("src")).toBe(`${ours}/qr.svg?setting=early`);
    expect(await page.getByLabel("Question").inputValue()).toBe("setting=early");
    // Inside the element is a link to the same page, and the picture if asked for.
    expect(await element()).toMatch(
      new RegExp(`"><a href="${ours}/embed\\?setting=early">[^<]+</a></myeloma-compare>`),
    );
    await page.getByLabel("until its script runs").selectOption("picture");
    expect(await element()).toContain(`<img src="${ours}/v1/picture.png?setting=early" alt="" `);
    await page.getByLabel("until its script runs").selectOption("link");
    expect(await element()).not.toContain("<img");
    expect(misconduct).toEqual(goodConduct);
  });

  test("every ready-made question is copied, and shown", async ({ openSparing }) => {
    const { page } = await openSparing("/");
    for (const { label, query } of presets) {
      await page.getByLabel("Question").selectOption({ label });
      await expect
        .poll(async () => Object.fromEntries(new URL(await textOf(page, "As a link")).searchParams))
        .toEqual({ ...query, "as-of": dataVersion });
    }
    const { query } = presets.at(-1) ?? {};
    await expectToShow(
      page,
      await answerTo(new URLSearchParams(query as Record<string, string>).toString()),
    );
  });

  test("outcomes and colours are the preview’s, too; what is set by hand is called so", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/");
    await page.getByLabel("Outcomes").selectOption("toxicity");
    await expectToShow(page, await answerTo("outcome=toxicity"));
    expect(await textOf(page, "As an element")).toContain('outcome="toxicity"');
    expect(await page.getByLabel("Question").inputValue()).toBe("other");
    await page.getByLabel("Colours").selectOption("dark");
    expect(await page.locator("myeloma-compare").getAttribute("theme")).toBe("dark");
    expect(await textOf(page, "As an element")).toContain('theme="dark"');
    expect(await textOf(page, "As a link")).toContain(`outcome=toxicity&theme=dark&${asOf}`);
    await page.getByLabel("Outcomes").selectOption("summary");
    expect(await textOf(page, "As a link")).toContain(`/embed?theme=dark&${asOf}`);
  });

  test("a frame has the size that was typed; one that it cannot have is named", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/", { width: 1280 });
    await page.getByLabel("Width of a frame").fill("390");
    await page.getByLabel("Height of a frame").fill("700");
    expect(await textOf(page, "As a frame")).toContain('width="390" height="700"');
    const width = () =>
      page.locator("myeloma-compare").evaluate((node) => node.getBoundingClientRect().width);
    expect(await width()).toBe(390);
    await page.getByLabel("Width of a frame").fill("12");
    expect(await page.getByRole("alert").innerText()).toMatch(/Width of a frame.*240 to 2000/);
    expect(await textOf(page, "As a frame")).toContain('width="390" height="700"');
    await page.getByLabel("Width of a frame").fill("");
    expect(await textOf(page, "As a frame")).toContain('width="100%" height="700"');
    expect(await page.getByRole("alert").innerText()).toBe("");
    expect(await textOf(page, "As a frame")).not.toContain("<script");
    await page.getByLabel("Height of a frame").fill("12");
    expect(await page.getByRole("alert").innerText()).toMatch(/Height of a frame.*240 to 4000/);
    expect(await textOf(page, "As a frame")).toContain('height="700"');
  });

  test("a frame fits its content, as it is printed before a script runs, unless a height was typed", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/");
    const served = await (await fetch(`${inject("serverUrl")}/`)).text();
    const [, printed = ""] = /<code id="frame">(.*?)<\/code>/s.exec(served) ?? [];
    const first = await textOf(page, "As a frame");
    // On a page without our policy, which lets no text become markup.
    const blank = await page.context().newPage();
    expect(
      await blank.evaluate((html) => {
        const place = document.createElement("textarea");
        place.innerHTML = html;
        return place.value;
      }, printed),
    ).toBe(first);
    await blank.close();
    const { href, integrity } = assets.frame;
    expect(first).toContain(
      `<script async src="${inject("serverUrl")}${href}" integrity="${integrity}" crossorigin></script>`,
    );
    expect(first).toMatch(/^<iframe data-myeloma-compare .* width="100%" /);
    await page.getByLabel("Width of a frame").fill("390");
    expect(await textOf(page, "As a frame")).toBe(first.replace('"100%"', '"390"'));
    await page.getByLabel("Height of a frame").fill("700");
    expect(await textOf(page, "As a frame")).toMatch(
      /^<iframe src=[^\n]* height="700" [^\n]*<\/iframe>$/,
    );
    await page.getByLabel("Width of a frame").fill("");
    await page.getByLabel("Height of a frame").fill("");
    expect(await textOf(page, "As a frame")).toBe(first);
    expect(await page.getByRole("alert").innerText()).toBe("");
  });

  test("what is told of a patient is in none of them", async ({ openSparing }) => {
    const { page } = await openSparing("/");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const sheet = await openSheet(page, "Age");
    await sheet.getByLabel("Age in years").fill("71");
    await sheet.getByLabel("Age in years").press("Enter");
    await page.getByText(/^Of \d+ trials counted below/).waitFor();
    await page.getByLabel("Colours").selectOption("light");
    const texts = await Promise.all(
      (["As an element", "As a frame", "As a link"] as const).map((name) => textOf(page, name)),
    );
    const all = [...texts, await code(page).getAttribute("src"), ...sent].join(" ");
    expect(all).not.toMatch(/patient-(?:age|prior|fit)|[=",]71\b/);
  });
});

describe("What is copied works on a page of another site", () => {
  test("as an element, as a frame and as a link", async ({ openSparing, openHostPage, openAt }) => {
    const { page } = await openSparing("/", { permissions });
    await setEarly(page);
    const early = await answerTo("setting=early");
    const copied = async (name: SnippetName) => {
      await page.getByRole("button", { name: `Copy ${name.toLowerCase()}` }).click();
      const text = await textOf(page, name);
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      return text;
    };
    const element = await openHostPage({ head: "", body: await copied("As an element") });
    await expectToShow(element.page, early);
    expectGoodConduct(element.misconduct);

    await page.bringToFront();
    const framed = await openHostPage({ head: "", body: await copied("As a frame") });
    const frame = frameOf(framed.page);
    await live(frame);
    await expectToShow(frame, early);
    await expect
      .poll(() =>
        frame.evaluate(
          () => innerHeight - Math.ceil(document.documentElement.getBoundingClientRect().height),
        ),
      )
      .toBe(0);
    expectGoodConduct(framed.misconduct);

    await page.bringToFront();
    const linked = await openAt(await copied("As a link"));
    await expectToShow(linked.page, early);
  });

  test("where copying is refused, the text is selected and that is said", async ({ openPage }) => {
    const { page } = await openPage();
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      Object.defineProperty(navigator, "clipboard", {
        value: { write: refuse, writeText: refuse },
      });
    });
    await page.goto("/");
    await live(page);
    await page.getByRole("button", { name: "Copy as a link" }).click();
    await page.getByRole("status").filter({ hasText: "by hand" }).waitFor();
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected).toBe(await textOf(page, "As a link"));
  });
});

describe("The code for the bedside", () => {
  test.for(["", "setting=early&age=60-65&product=cilta-cel,teclistamab"])(
    "is read as the address of “%s”",
    async (question, { openAt }) => {
      const { page } = await openAt("/");
      const side = 370;
      const bits = await page.evaluate(
        async ({ source, side }) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = new OffscreenCanvas(side, side);
          const context = canvas.getContext("2d");
          context?.drawImage(image, 0, 0, side, side);
          const { data = [] } = context?.getImageData(0, 0, side, side) ?? {};
          let bits = "";
          for (let red = 0; red < data.length; red += 4)
            bits += Number(data[red]) > 127 ? "1" : "0";
          return bits;
        },
        { source: `/qr.svg?${question}`, side },
      );
      const pixels = Array.from(bits, (bit) => [...Array(3).fill(Number(bit) * 255), 255]).flat();
      const read = jsqr(new Uint8ClampedArray(pixels), side, side);
      expect(read?.data).toBe(
        `${inject("serverUrl")}/embed?${[question, asOf].filter(Boolean).join("&")}`,
      );
    },
  );
});

describe("On a phone", () => {
  /**
   * The manifest as Chromium reads it. The headless build does not check installability, so the
   * test checks the criteria.
   */
  const manifestOf = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    return session.send("Page.getAppManifest");
  };

  test("the page has all that Chromium asks of what is installed", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/embed");
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

describe("For everybody", () => {
  test("nothing is wider than the screen at any width, and axe finds nothing", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/", { width: 1280, reducedMotion: "reduce" });
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      if (width === 390) await screenshot(page, "home-390-light");
    }
    await expectNoAxeViolationsInAnyColours(page);
  });

  test("every control can be reached and used by keyboard, and is large enough to touch", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/", { permissions });
    await page.getByRole("heading", { name: "Put it on your page" }).click();
    for (const name of [
      /^Anywhere/,
      /^Approved BCMA/,
      /^Summary of/,
      /^as the page/,
      /^a link/,
      /^Width/,
      /^Height/,
    ]) {
      await tabTo(page, name);
    }
    await tabTo(page, /^Copy as an element/);
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    expect(await focused(page)).toMatch(/^Copy/);
    const heights = await page
      .locator("main > section:not([aria-labelledby=try]) :is(select, input, button)")
      .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
    expect(heights.length).toBe(10);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test("without JavaScript there are numbers, snippets and the code, and nothing that does nothing", async ({
    openAt,
  }) => {
    const { page, misconduct } = await openAt("/", {
      javaScriptEnabled: false,
    });
    expect(await page.getByText(/\d+ of 100/).count()).toBeGreaterThan(1);
    for (const name of ["As an element", "As a frame", "As a link"] as const) {
      expect(await snippet(page, name).isVisible()).toBe(true);
    }
    expect(await code(page).isVisible()).toBe(true);
    expect(await page.getByRole("combobox").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Copy as an? / }).count()).toBe(0);
    expect(misconduct).toEqual(goodConduct);
  });

  test("nothing moves while the page comes to life", async ({ openPage }) => {
    const { page } = await openPage({ width: 1280, height: 800 });
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as PerformanceEntry & { value: number };
          Object.assign(window, { moved: (window as unknown as { moved: number }).moved + value });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/");
    await live(page);
    await page.waitForTimeout(300);
    const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
    expect(moved).toBeLessThan(0.01);
  });
});
