/** Measures how fast `/embed` loads and answers on a slow phone: real Chromium with throttled CPU and network. */
import type { Browser, Page } from "playwright-core";
import { questions } from "#data/generated/precomputed.ts";
import { launchBrowser } from "../support/chromium.ts";

/**
 * The limits for "good". Largest paint and layout shift are Core Web Vitals (https://web.dev/articles/vitals). Total
 * blocking time (https://web.dev/articles/tbt) replaces the third vital, which needs a user who taps.
 */
export const loadingBudgets = { largestPaint: 2500, blocking: 200, shift: 0.1 } as const;

/** Milliseconds, and the sum of layout shifts. */
interface Load {
  firstPaint: number;
  largestPaint: number;
  /** Holds the milliseconds until the filters react to a tap. */
  live: number;
  /** Sum of what each main-thread task took beyond 50 ms, until then. */
  blocking: number;
  shift: number;
}

const loads = 7;

/** Lighthouse's "slow 4G": bytes per second, and round-trip time in milliseconds. */
const slow = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 };
const processorSlowdown = 4;

export async function embedLoading(url: string) {
  const browser = await launchBrowser();
  const repeated = async (what: string, again: boolean) => {
    const all: Load[] = [];
    for (let run = 0; run < loads; run += 1) all.push(await load(browser, url, again));
    const middle = (name: keyof Load) =>
      quantile(
        all.map((run) => run[name]),
        0.5,
      );
    return {
      ...{ what, runs: loads, live: middle("live"), blocking: middle("blocking") },
      ...{ firstPaint: middle("firstPaint"), largestPaint: middle("largestPaint") },
      // The largest of all loads; 0 when nothing moved.
      shift: Math.max(...all.map(({ shift }) => shift)),
    };
  };
  try {
    return [
      await repeated("first visit", false),
      await repeated("scripts in the browser's cache", true),
    ];
  } finally {
    await browser.close();
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}

/** Every load gets its own browser context, so it starts with an empty cache. */
async function load(browser: Browser, url: string, again: boolean): Promise<Load> {
  const address = `${url}/embed`;
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    if (again) {
      const before = await context.newPage();
      await before.goto(address, { waitUntil: "networkidle" });
      await before.close();
    }
    const page = await context.newPage();
    await page.goto(`${url}/healthz`);
    await page.addInitScript(observe);
    const session = await context.newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", { offline: false, ...slow });
    await session.send("Emulation.setCPUThrottlingRate", { rate: processorSlowdown });
    await page.goto(address, { waitUntil: "load" });
    await page.locator("button[aria-haspopup]:enabled").first().waitFor();
    return await measured(page);
  } finally {
    await context.close();
  }
}

interface Observed {
  largest: number;
  shift: number;
  live: number;
  long: { start: number; duration: number }[];
}

/** Runs in the page before any script of the page. */
function observe(): void {
  const seen: Observed = { largest: 0, shift: 0, live: 0, long: [] };
  Object.assign(window, { seen });
  const each = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  each("largest-contentful-paint", ({ startTime }) => {
    seen.largest = startTime;
  });
  each("layout-shift", (entry) => {
    seen.shift += "value" in entry ? Number(entry.value) : 0;
  });
  each("longtask", ({ startTime, duration }) => {
    seen.long.push({ start: startTime, duration });
  });
  const look = () => {
    const root = document.querySelector("myeloma-compare")?.shadowRoot;
    if (root?.querySelector("button[aria-haspopup]:enabled")) seen.live = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measured(page: Page): Promise<Load> {
  // The browser reports tasks and shifts with a short delay.
  await page.waitForTimeout(1000);
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: Observed };
    const first =
      performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const blocking = seen.long
      .filter(({ start, duration }) => start + duration > first && start <= seen.live)
      .reduce((sum, { duration }) => sum + duration - 50, 0);
    return {
      firstPaint: first,
      largestPaint: seen.largest,
      live: seen.live,
      blocking,
      shift: seen.shift,
    };
  });
}

const answers = 25;
/** Answers before any is counted. */
const warmUp = 3;
/** Pause between two questions, so that work left over from one does not slow down the next. */
const restMilliseconds = 250;

/** A 4G network that is not crowded, as Lighthouse has it ("dense 4G"). */
const fast = { downloadThroughput: 10.24e6 / 8, uploadThroughput: 10.24e6 / 8, latency: 40 };

/** Milliseconds from a change of the question to its rows, painted. */
export async function repaintTimes(url: string) {
  const browser = await launchBrowser();
  // No question occurs twice: an answer from memory would take no time.
  const byAge = Array.from({ length: answers + warmUp }, (_, step) => `age=${55 + step / 4}-`);
  /** Lists questions that each change one parameter. */
  const made = questions.filter((text) => /^[^&]+$/.test(text));
  const repaint = async (what: string, budget: number, queries: readonly string[]) => {
    const times = await repaints(browser, url, queries);
    const runs = times.length;
    return { what, budget, runs, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
  };
  try {
    return [
      await repaint("all rows, computed", 300, byAge),
      await repaint("all rows, made beforehand", 150, made),
    ];
  } finally {
    await browser.close();
  }
}

async function repaints(browser: Browser, url: string, queries: readonly string[]) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/embed`);
    await page.locator("button[aria-haspopup]:enabled").first().waitFor();
    const session = await context.newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", { offline: false, ...fast });
    await session.send("Emulation.setCPUThrottlingRate", { rate: processorSlowdown });
    const times: number[] = [];
    for (const question of queries.slice(0, answers + warmUp)) {
      times.push(await page.evaluate(untilPainted, question));
      await page.waitForTimeout(restMilliseconds);
    }
    return times.slice(warmUp);
  } finally {
    await context.close();
  }
}

/** Sets the attributes, and waits inside the page for the frame that shows the change. */
function untilPainted(question: string): Promise<number> {
  const element = document.querySelector("myeloma-compare");
  const root = element?.shadowRoot;
  if (!root) throw new Error("there is no element on the page");
  const start = performance.now();
  return new Promise((resolve) => {
    let wasStale = false;
    const observer = new MutationObserver(() => {
      const isStale = root.querySelector(".stale") !== null;
      wasStale ||= isStale;
      if (!wasStale || isStale) return;
      observer.disconnect();
      // A task scheduled in a frame callback runs after that frame was painted.
      requestAnimationFrame(() =>
        scheduler.postTask(() => resolve(performance.now() - start), { priority: "user-blocking" }),
      );
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    for (const [name, value] of new URLSearchParams(question)) element.setAttribute(name, value);
  });
}
