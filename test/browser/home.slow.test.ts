/** The builder: every field, what is copied works elsewhere, the code, installing. */
import jsqr from "jsqr";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import presets from "#data/presets.json" with { type: "json" };
import { assets } from "#generated/assets.ts";
import { code, type SnippetName, setEarly, textOf } from "./support/builder.ts";
import { test } from "./support/fixture.ts";
import { focused, tabTo } from "./support/keyboard.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { frameOf, live, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

/** A link says with which data it was made; what is put on a page shows the present ones. */
const asOf = `data=${dataVersion.slice(0, 10)}`;

const permissions = ["clipboard-read", "clipboard-write"];

describe("What the preview shows is what is copied", () => {
  test("every ready-made question is copied, and shown", async ({ openSparing }) => {
    const { page } = await openSparing("/build");
    for (const { label, query } of presets) {
      await page.getByLabel("Question").selectOption({ label });
      await expect
        .poll(async () => Object.fromEntries(new URL(await textOf(page, "As a link")).searchParams))
        .toEqual({ ...query, data: dataVersion.slice(0, 10) });
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
    const { page } = await openSparing("/build");
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
    const { page } = await openSparing("/build", { width: 1280 });
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
    const { page } = await openSparing("/build");
    const served = await (await fetch(`${inject("serverUrl")}/build`)).text();
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
    const { page } = await openSparing("/build");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const sheet = await openSheet(page, "Patient");
    await sheet.getByLabel("Age in years").fill("71");
    await sheet.getByLabel("Age in years").press("Enter");
    await page.getByText(/^Who was in its \d+ trials/).waitFor();
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
    const { page } = await openSparing("/build", { permissions });
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
    await page.goto("/build");
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
      const { page } = await openAt("/build");
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
  test("every control can be reached and used by keyboard, and is large enough to touch", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/build", { permissions });
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
      .locator("main > :not(#preview) :is(select, input, button), form :is(select, input)")
      .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
    expect(heights.length).toBe(12);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});
