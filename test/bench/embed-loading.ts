/** How fast `/embed` loads on a slow phone: real Chromium with throttled CPU and network. */
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/chromium.ts";

export interface Loading {
  what: string;
  /** Medians in milliseconds. */
  firstPaint: number;
  largestPaint: number;
  /** Time until the filters react to a tap. */
  live: number;
  /** Sum of what each main-thread task took beyond 50 ms, until the filters react. */
  blocking: number;
  /** Largest layout shift of all loads; 0 when nothing moved. */
  shift: number;
  runs: number;
}

/**
 * The limits for "good". Largest paint and layout shift are Core Web Vitals
 * (https://web.dev/articles/vitals). Total blocking time (https://web.dev/articles/tbt) replaces
 * the third vital, which needs a user who taps.
 */
export const loadingBudgets = { largestPaint: 2500, blocking: 200, shift: 0.1 } as const;

type Load = Omit<Loading, "what" | "runs">;

const runs = 7;

/** Lighthouse's "slow 4G": bytes per second, and round-trip time in milliseconds. */
const slow = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 };
const processorSlowdown = 4;

export async function embedLoading(url: string): Promise<Loading[]> {
  const browser = await launchBrowser();
  try {
    const first = await repeated(() => load(browser, url, `${url}/embed`, false));
    const again = await repeated(() => load(browser, url, `${url}/embed`, true));
    return [
      { what: "first visit", ...summary(first) },
      { what: "scripts in the browser's cache", ...summary(again) },
    ];
  } finally {
    await browser.close();
  }
}

async function repeated(once: () => Promise<Load>): Promise<Load[]> {
  const loads: Load[] = [];
  for (let run = 0; run < runs; run += 1) loads.push(await once());
  return loads;
}

/** Every load gets its own browser context, so it starts with an empty cache. */
async function load(browser: Browser, url: string, address: string, again: boolean): Promise<Load> {
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

function summary(loads: readonly Load[]): Omit<Loading, "what"> {
  const middle = (name: keyof Load) =>
    loads.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? Number.NaN;
  return {
    firstPaint: middle("firstPaint"),
    largestPaint: middle("largestPaint"),
    live: middle("live"),
    blocking: middle("blocking"),
    shift: Math.max(...loads.map(({ shift }) => shift)),
    runs: loads.length,
  };
}
