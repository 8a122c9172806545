/** How long a reader waits after a filter change, in real Chromium made as slow as a cheap phone. */
import type { Browser, Page } from "playwright-core";
import { questions } from "#data/generated/precomputed.ts";
import { launchBrowser } from "../support/chromium.ts";

interface Repaint {
  what: string;
  /** Milliseconds until the row, or all of them, are painted. */
  median: number;
  p95: number;
  /** Of the median. */
  budget: number | null;
  runs: number;
}

const runs = 25;
const warmUp = 3;
const slowdown = 4;
/** Between two questions, so that none pays for the one before. */
const restMilliseconds = 250;

/** No question twice: an answer that is remembered costs nothing. */
const byAge = Array.from(
  { length: runs + warmUp },
  (_, step) => `age=${(55 + step / 4).toFixed(2)}-`,
);
/** The filter with the most answers made beforehand: setting one parameter asks one question. */
const precomputed = questions.filter((text) => /^exclude=[^&]+$/.test(text));

/** `url` is where the production build is served, without a slash at the end. */
export async function repaintTimes(url: string): Promise<Repaint[]> {
  const browser = await launchBrowser();
  try {
    const local = await measured(browser, url, byAge, true);
    const edge = await measured(browser, url, precomputed, false);
    return [
      repaint("first row, computed here", 50, local, "first"),
      repaint("all rows, computed here", null, local, "all"),
      // They come together.
      repaint("all rows, precomputed at the edge, no network between", 100, edge, "all"),
    ];
  } finally {
    await browser.close();
  }
}

interface Times {
  first: number;
  all: number;
}

function repaint(what: string, budget: number | null, of: Times[], which: keyof Times): Repaint {
  const times = of.map((one) => one[which]).sort((a, b) => a - b);
  const quantile = (part: number) => times[Math.floor(part * (times.length - 1))] ?? Number.NaN;
  return { what, median: quantile(0.5), p95: quantile(0.95), budget, runs: times.length };
}

async function measured(
  browser: Browser,
  url: string,
  asked: readonly string[],
  here: boolean,
): Promise<Times[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    if (!here) await page.route("**/assets/engine-*", (route) => route.abort());
    const engine = here && page.waitForResponse(/\/assets\/compute-set-/);
    await page.goto(`${url}/embed`);
    await engine;
    // It is read, and tried out on the question on screen, while nothing else happens.
    await page.waitForTimeout(2000);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const times: Times[] = [];
    for (const question of asked.slice(0, runs + warmUp)) {
      times.push(await timeOf(page, question));
      await page.waitForTimeout(restMilliseconds);
    }
    return times.slice(warmUp);
  } finally {
    await context.close();
  }
}

/** Changes an attribute, and waits in the page itself for the frames that show it. */
function timeOf(page: Page, question: string): Promise<Times> {
  return page.evaluate((text) => {
    const element = document.querySelector("myeloma-compare");
    const root = element?.shadowRoot;
    if (!root) throw new Error("there is no element on the page");
    const wanted = [...new URLSearchParams(text)];
    const start = performance.now();
    return new Promise<Times>((resolve) => {
      const drawn = new Set<keyof Times>();
      const painted: Partial<Times> = {};
      let frame = 0;
      const eachFrame = () => {
        frame = requestAnimationFrame(eachFrame);
        const now = [...drawn];
        // The next task after the callbacks of a frame comes when it is painted.
        if (now.length > 0) scheduler.postTask(() => note(now), { priority: "user-blocking" });
      };
      const note = (which: (keyof Times)[]) => {
        const time = performance.now() - start;
        for (const one of which) painted[one] ??= time;
        const { first, all } = painted;
        if (first === undefined || all === undefined) return;
        cancelAnimationFrame(frame);
        resolve({ first, all });
      };
      eachFrame();
      const observer = new MutationObserver(() => {
        const waiting = root.querySelector(".stale") !== null;
        if (waiting && root.querySelector(".row:not([aria-busy])") === null) return;
        drawn.add("first");
        if (waiting) return;
        observer.disconnect();
        drawn.add("all");
      });
      observer.observe(root, { subtree: true, childList: true, attributes: true });
      for (const [name, value] of wanted) element.setAttribute(name, value);
    });
  }, question);
}
