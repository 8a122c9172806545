/** The browsers that the pages are tried in, and what is to be installed where one is absent. */
import { existsSync } from "node:fs";
import { startChromium } from "./chromium.ts";
import { firefoxPath, startFirefox } from "./firefox.ts";
import type { Driver } from "./tab.ts";
import { startWebKit, webkitPaths } from "./webkit.ts";

export const browsers = ["chromium", "firefox", "webkit", "chromium-109"] as const;
export type BrowserName = (typeof browsers)[number];

/** The start of a browser, or, if it is absent, the command that installs it. */
export type Start = { start: () => Promise<Driver> } | { absent: string };

export function startOf(name: BrowserName): Start {
  if (name === "firefox") {
    const path = firefoxPath();
    return path
      ? { start: () => startFirefox(path) }
      : { absent: "apt-get install firefox-esr, or FIREFOX_PATH" };
  }
  if (name === "webkit") {
    const paths = webkitPaths();
    return paths
      ? { start: () => startWebKit(paths) }
      : { absent: "apt-get install webkit2gtk-driver xvfb" };
  }
  if (name === "chromium-109") {
    const isHere =
      `${process.platform}-${process.arch}` === "linux-x64" &&
      existsSync(`${import.meta.dirname}/../../../node_modules/chromium-109/package.json`);
    return isHere
      ? { start: () => startChromium("chromium-109") }
      : { absent: "npm ci, on Linux with an x64 processor" };
  }
  return { start: () => startChromium("@sparticuz/chromium") };
}
