/** How long a user waits after a filter change, in real Chromium slowed down to a cheap phone. */
import type { Browser, Page } from "playwright-core";
import { questions } from "#data/generated/precomputed.ts";
import { launchBrowser } from "../support/chromium.ts";

interface Repaint {
  what: string;
  /** Milliseconds until the row, or all rows, are painted. */
  median: number;
  p95: number;
  /** Limit for the median. */
  budget: number | null;
  runs: number;
}

const runs = 25;
const warmUp = 3;
const slowdown = 4;
/** Pause between two questions, so that work left over from one does not slow down the next. */
const restMilliseconds = 250;

/** No question occurs twice: an answer from memory would take no time. */
const byAge = Array.from(
  { length: runs + warmUp },
  (_, step) => `age=${(55 + step / 4).toFixed(2)}-`,
);
/** A change of one parameter each. */
const precomputed = questions.filter((text) => /^[^&]+$/.test(text));

/** @param url address of the production build, without a trailing slash */
export async function repaintTimes(url: string): Promise<Repaint[]> {
  const browser = await launchBrowser();
  try {
    const local = await measured(browser, url, byAge, true);
    const edge = await measured(browser, url, precomputed, false);
    return [
      repaint("first row, computed here", 50, local, "first"),
      repaint("all rows, computed here", null, local, "all"),
      // A precomputed answer has all rows, so there is no separate time for the first one.
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
    // The engine is parsed and run once for the question on screen while the page is idle.
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

/** Sets the attributes, and waits inside the page for the frames that show the change. */
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
        // A task scheduled in a frame callback runs after that frame was painted.
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
