/**
 * Firefox of any version, by Marionette: the protocol that Firefox itself has for WebDriver. Playwright drives only
 * those versions whose commands it knows; 1.65 neither starts the ESR 140 nor the ESR 153.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fontsEnvironment } from "../chromium.ts";
import type { Driver, TabOptions } from "./tab.ts";
import { type Send, WebDriverTab } from "./web-driver.ts";

/** The path of an installed Firefox; `null` where there is none. */
export function firefoxPath(): string | null {
  const paths = [process.env.FIREFOX_PATH ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  return paths.find((path) => path !== "" && existsSync(path)) ?? null;
}

const preferences = {
  "marionette.port": 0,
  "devtools.console.stdout.content": true,
  "intl.accept_languages": "en-GB",
  // A scroll bar takes no room from the page, as on a phone and in the other browsers here.
  "ui.useOverlayScrollbars": 1,
  // Firefox would otherwise ask for the list of blocked certificates while a page is measured.
  "services.settings.server": "data:,",
};

export async function startFirefox(path: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const args = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"];
  const firefox = spawn(path, [...args, "--profile", profile], {
    stdio: ["ignore", "pipe", "ignore"],
    // A process in the sandbox cannot read fonts outside the folders of the system.
    env: {
      ...process.env,
      ...(await fontsEnvironment()),
      HOME: profile,
      TZ: "UTC",
      MOZ_DISABLE_CONTENT_SANDBOX: "1",
    },
  });
  const printed: string[] = [];
  firefox.stdout.on("data", (text) => printed.push(...String(text).split("\n")));
  const { send, socket } = await connectTo(join(profile, "MarionetteActivePort"));
  await send("WebDriver:NewSession");
  await send("WebDriver:SetTimeouts", { script: 30_000, pageLoad: 60_000 });
  return {
    open: (options) => openTab(send, printed, options),
    close: async () => {
      const ended = new Promise((resolve) => firefox.once("exit", resolve));
      // Firefox ends before it answers.
      send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      await Promise.race([ended, wait(5000)]);
      socket.destroy();
      firefox.kill("SIGKILL");
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Messages are JSON after their length in bytes; an answer has the number of its command. */
async function connectTo(portFile: string): Promise<{ send: Send; socket: Socket }> {
  for (let tries = 0; !existsSync(portFile); tries += 1) {
    if (tries > 600) throw new Error("Firefox did not open its port.");
    await wait(100);
  }
  const socket = connect(Number(readFileSync(portFile, "utf8")), "127.0.0.1");
  const pending = new Map<number, (error: { message: string } | null, result: unknown) => void>();
  let received = Buffer.alloc(0);
  socket.on("data", (part) => {
    received = Buffer.concat([received, part]);
    for (;;) {
      const colon = received.indexOf(":");
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (colon < 0 || received.length < end) return;
      const message: unknown = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The first message is a greeting.
      if (Array.isArray(message)) pending.get(message[1])?.(message[2], message[3]);
    }
  });
  socket.on("close", () => {
    for (const answer of pending.values()) answer({ message: "Firefox has ended." }, null);
  });
  let last = 0;
  const send: Send = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      const number = last;
      pending.set(number, (error, result) => {
        pending.delete(number);
        if (error) reject(new Error(`${command}: ${error.message}`));
        else resolve(result);
      });
      const text = JSON.stringify([0, number, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send, socket };
}

const valueIn = (result: unknown) => (result as { value?: unknown } | null)?.value;

/** Firefox has names of its own for the element of a frame. */
const webDriverBy =
  (send: Send): Send =>
  async (command, parameters = {}) => {
    const { id } = parameters as { id?: unknown };
    const isIntoFrame = command === "SwitchToFrame" && id !== null;
    return valueIn(await send(`WebDriver:${command}`, isIntoFrame ? { element: id } : parameters));
  };

/** Runs a script with the rights of the browser itself. */
async function inBrowser(send: Send, script: string, args: readonly unknown[] = []) {
  await send("Marionette:SetContext", { value: "chrome" });
  try {
    return valueIn(await send("WebDriver:ExecuteScript", { script, args }));
  } finally {
    await send("Marionette:SetContext", { value: "content" });
  }
}

async function openTab(send: Send, printed: string[], options: TabOptions) {
  const [old] = (await send("WebDriver:GetWindowHandles")) as string[];
  const { handle } = (await send("WebDriver:NewWindow", { type: "tab", focus: true })) as {
    handle: string;
  };
  await send("WebDriver:SwitchToWindow", { handle: old, focus: false });
  await send("WebDriver:CloseWindow");
  await send("WebDriver:SwitchToWindow", { handle, focus: true });
  await inBrowser(
    send,
    `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", arguments[0]);
    return new Promise((resolve) =>
      Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, resolve),
    );`,
    [options.scheme === "dark" ? 0 : 1],
  );
  await inBrowser(send, "Services.console.reset();");
  printed.length = 0;
  const tab = new FirefoxTab(send, printed);
  await tab.resize(options.width, options.height);
  return tab;
}

class FirefoxTab extends WebDriverTab {
  readonly #marionette: Send;
  readonly #printed: readonly string[];

  constructor(send: Send, printed: readonly string[]) {
    super(webDriverBy(send));
    this.#marionette = send;
    this.#printed = printed;
  }

  /** The window is never as narrow as a phone, but what it shows can be. */
  async resize(width: number, height: number) {
    await inBrowser(
      this.#marionette,
      `const [width, height] = arguments;
      window.resizeTo(Math.max(width + 40, 800), height + 200);
      const { style } = gBrowser.selectedBrowser;
      for (const edge of ["min", "max"]) {
        style.setProperty(edge + "-width", width + "px");
        style.setProperty(edge + "-height", height + "px");
      }`,
      [width, height],
    );
    await this.until((_, size) => `${innerWidth} ${innerHeight}` === size, `${width} ${height}`);
  }

  async print() {
    const page = { width: 21, height: 29.7 };
    return Buffer.from(String(await this.send("Print", { page, background: true })), "base64");
  }

  async errors() {
    // Errors count, and warnings do not; other messages are those of the browser about itself.
    const thrown = await inBrowser(
      this.#marionette,
      `return Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError)
        .filter(({ sourceName, flags }) => /^(https?|file|blob):/.test(sourceName) && !(flags & 1))
        .map(({ errorMessage }) => errorMessage);`,
    );
    // The loader of the browser's own settings prints in the same form if no network answers it.
    const logged = this.#printed.filter(
      (line) => line.startsWith("console.error:") && !line.startsWith("console.error: RSLoader:"),
    );
    return [...(thrown as string[]), ...logged];
  }

  /** The last tab is closed when the next one is opened: without a tab Firefox ends. */
  async close() {
    await this.goto("about:blank").catch(() => {});
  }
}
