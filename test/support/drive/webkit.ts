/** WebKitGTK, the engine of Safari, by the WebDriver of its package, on a screen that nobody sees. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { fontsEnvironment } from "../chromium.ts";
import { freePort } from "../listen.ts";
import { Area, type Driver, Tab, type TabOptions, type Ways } from "./tab.ts";

export interface WebKitPaths {
  driver: string;
  browser: string;
  screen: string;
}

/** Returns the paths of an installed WebKit; `null` if a part is missing. */
export function webkitPaths(): WebKitPaths | null {
  const driver = "/usr/bin/WebKitWebDriver";
  const screen = "/usr/bin/Xvfb";
  const [browser] = globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser").sort().reverse();
  return browser && existsSync(driver) && existsSync(screen) ? { driver, browser, screen } : null;
}

/** The toolbar would keep the window wider than a phone. */
const toolbar = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }
image { -gtk-icon-transform: scale(0) }`;

const screenSize = { width: 1600, height: 2400 };

export async function startWebKit(paths: WebKitPaths): Promise<Driver> {
  const screen = spawn(
    paths.screen,
    `-displayfd 3 -screen 0 ${screenSize.width}x${screenSize.height}x24 -nolisten tcp`.split(" "),
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const display = await new Promise<string>((resolve, reject) => {
    (screen.stdio[3] as Readable).once("data", (number) => resolve(`:${String(number).trim()}`));
    screen.once("error", reject);
    screen.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
  const home = mkdtempSync(join(tmpdir(), "webkit-"));
  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0/gtk.css"), toolbar);
  const port = await freePort();
  const printed: string[] = [];
  const driver = spawn(paths.driver, [`--port=${port}`, "--host=127.0.0.1"], {
    // A group of its own, so that it can be ended with the browser it has started.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...(await fontsEnvironment()),
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      NO_AT_BRIDGE: "1",
      TZ: "UTC",
      LANG: "en_GB.UTF-8",
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      // The sandbox fails for root in a container.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  for (const stream of [driver.stdout, driver.stderr]) {
    stream.on("data", (text) => printed.push(...String(text).split("\n")));
  }
  const service = `http://127.0.0.1:${port}`;
  await untilReady(service);
  return {
    open: (options) => openTab(service, paths.browser, printed, options),
    close: async () => {
      endGroup(driver);
      screen.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function untilReady(service: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(`${service}/status`).catch(() => null);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error("WebKitWebDriver did not open its port.");
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // The process has ended already.
  }
}

type Send = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

async function sendTo(address: string, ...[method, path, body]: Parameters<Send>) {
  const response = await fetch(address + path, {
    method,
    // A command that hangs shall not hang the rest.
    signal: AbortSignal.timeout(60_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${path}: ${error}: ${message}`);
  }
  return value;
}

async function openTab(
  service: string,
  binary: string,
  printed: string[],
  { width, height, scheme }: TabOptions,
): Promise<WebKitTab> {
  printed.length = 0;
  const dark = scheme === "dark" ? ["--dark-mode"] : [];
  const args = ["--automation", "--enable-write-console-messages-to-stdout=true", ...dark];
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } };
  const session = (await sendTo(service, "POST", "/session", { capabilities })) as {
    sessionId: string;
  };
  const address = `${service}/session/${session.sessionId}`;
  const send: Send = (...request) => sendTo(address, ...request);
  await send("POST", "/timeouts", { script: 30_000, pageLoad: 50_000 });
  const tab = new WebKitTab(send, printed);
  await tab.resize(width, height);
  return tab;
}

const keys: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Control: "\uE009",
  Escape: "\uE00C",
};

/** The name of an element in an answer, by the standard. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

const waysBy = (send: Send): Ways => {
  const evaluate = async (text: string) => {
    const script = `const done = arguments[arguments.length - 1];
    ${text}.then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
    const result = await send("POST", "/execute/async", { script, args: [] });
    const { value, error } = result as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const press = async (text: string) => {
    const element = (await evaluate(text)) as Record<string, string> | null;
    if (element === null) throw new Error("There is nothing to press.");
    try {
      await send("POST", `/element/${element[elementKey]}/click`, {});
    } catch (error) {
      // WebKit counts a field as covered by what the browser itself draws in it.
      if (!/click intercepted/.test(String(error))) throw error;
      const [move, down, up] = [
        { type: "pointerMove", duration: 0, origin: element, x: 0, y: 0 },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      const pointer = { pointerType: "mouse" };
      const actions = [
        { type: "pointer", id: "mouse", parameters: pointer, actions: [move, down, up] },
      ];
      await send("POST", "/actions", { actions });
    }
  };
  return { evaluate, press };
};

/** @param find The text of a promise of the element of the frame. */
function waysInFrame(send: Send, find: string): Ways {
  const { evaluate, press } = waysBy(send);
  const inside = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const id = await evaluate(find);
    if (id === null) throw new Error("There is no such frame.");
    await send("POST", "/frame", { id });
    try {
      return await act();
    } finally {
      await send("POST", "/frame", { id: null });
    }
  };
  return {
    evaluate: (text) => inside(() => evaluate(text)),
    /** A frame may be higher than the screen, and is scrolled in the page around it. */
    press: async (text) => {
      const top = await inside(() =>
        evaluate(`${text}.then((element) => element.getBoundingClientRect().top)`),
      );
      await evaluate(
        `${find}.then((frame) => scrollBy(0, frame.getBoundingClientRect().top + ${top} - innerHeight / 2))`,
      );
      await inside(() => press(text));
    },
  };
}

class WebKitTab extends Tab {
  readonly #send: Send;
  readonly #printed: readonly string[];

  constructor(send: Send, printed: readonly string[]) {
    super(waysBy(send));
    this.#send = send;
    this.#printed = printed;
  }

  /**
   * The space around the page is measured, and added to the size that a test asks for. The focus is in the window
   * that the pointer of the screen is in, which stays in its middle; there it is above the page, where it hovers over
   * nothing.
   */
  async resize(width: number, height: number) {
    const x = Math.round((screenSize.width - width) / 2);
    const y = screenSize.height / 2 - 3;
    let [besides, above] = [0, 0];
    for (let tries = 0; tries < 8; tries += 1) {
      const size = { x, y, width: width + besides, height: height + above };
      await this.#send("POST", "/window/rect", size);
      await wait(150);
      const [inner, high] = await this.run(() => [innerWidth, innerHeight] as const);
      if (inner === width && high === height) return;
      besides += width - inner;
      above += height - high;
    }
    throw new Error(`The window does not become ${width} × ${height} pixels.`);
  }

  async goto(url: string) {
    await this.#send("POST", "/url", { url });
  }

  async key(name: string) {
    const values = name.split("+").map((part) => keys[part] ?? part);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    const actions = [{ type: "key", id: "keys", actions: [...down, ...up] }];
    await this.#send("POST", "/actions", { actions });
  }

  async frame(part: string) {
    const find = `(async () => [...document.querySelectorAll("iframe")].find(({ src }) => src.includes(${JSON.stringify(part)})))()`;
    return new Area(waysInFrame(this.#send, find));
  }

  async picture() {
    return Buffer.from(String(await this.#send("GET", "/screenshot")), "base64");
  }

  print(): Promise<Buffer> {
    throw new Error("WebKitWebDriver has no command that prints.");
  }

  async errors() {
    return this.#printed.filter((line) => /CONSOLE .*\bERROR\b/.test(line));
  }

  async close() {
    await this.#send("DELETE", "").catch(() => {});
  }
}
