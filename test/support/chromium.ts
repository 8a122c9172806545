/** Provides the Chromium of an npm package, unpacked once, with its own libraries and fonts. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, type LaunchOptions, chromium as playwright } from "playwright-core";
import { escapeHtml } from "#presentation/words/html.ts";

const root = join(import.meta.dirname, "../..");

/**
 * Chromium runs without a sandbox (which fails for root in a container), without a graphics card, and without requests
 * except to our server.
 */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--font-render-hinting=none",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
];

/** The browser of every test, and the oldest one that the pages are made for, as an npm package. */
export type Release = "@sparticuz/chromium" | "chromium-109";

const usual: Release = "@sparticuz/chromium";

/** Throws if there is no browser, so that tests are never skipped. The caller closes it in `afterAll`. */
export async function launchBrowser(release: Release = usual): Promise<Browser> {
  const launch = async () => playwright.launch(await launchOptions(release));
  try {
    // A browser may crash while it starts, so it is started once more.
    return await launch().catch(launch);
  } catch (error) {
    throw new Error(
      "The browser tests need a browser that starts: on Linux with glibc it comes with the packages " +
        "(`npm ci`), elsewhere install Google Chrome, or name one in CHROMIUM_PATH.",
      { cause: error },
    );
  }
}

/**
 * Unpacks the usual browser and its fonts once, before several test files need them at the same time. If that fails, the
 * error is left to those files, so that the rest of the suite still runs.
 */
export default async function setup(): Promise<void> {
  await launchOptions(usual).catch(() => undefined);
}

async function launchOptions(release: Release): Promise<LaunchOptions> {
  const installed = process.env.CHROMIUM_PATH;
  if (release === usual) {
    if (installed) return { executablePath: installed, args: flags };
    if (process.platform !== "linux") return { channel: "chrome", args: flags };
  }
  const folder = await unpacked(release);
  return {
    executablePath: join(folder, "chromium"),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, libraries[release]),
      ...(await fontsEnvironment()),
    },
  };
}

/** Sets the fonts, so that every browser on Linux takes the same ones. */
export async function fontsEnvironment(): Promise<{ FONTCONFIG_FILE?: string }> {
  if (process.platform !== "linux" || process.env.CHROMIUM_PATH) return {};
  const folder = await unpacked(usual);
  // The configuration names its folder, which may have been moved or copied since.
  const configuration = join(folder, "fonts.conf");
  const text = fontsConfiguration(join(folder, "fonts"));
  const isRight = existsSync(configuration) && readFileSync(configuration, "utf8") === text;
  if (!isRight) writeFileSync(configuration, text);
  return { FONTCONFIG_FILE: configuration };
}

const libraries: Readonly<Record<Release, string>> = {
  "@sparticuz/chromium": "al2023/lib",
  "chromium-109": "aws/lib",
};

/** Two processes must not do this at the same time, so the setup of the tests does it first. */
async function unpacked(release: Release): Promise<string> {
  const manifest = readFileSync(join(root, "node_modules", release, "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(root, `node_modules/.cache/chromium-${version}-${process.arch}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    await unpackInto(partial, release);
    renameSync(partial, folder);
  }
  return folder;
}

/**
 * The packages unpack into the temporary folder. The usual one unpacks its libraries only if it detects Lambda; the
 * old one would take a browser of any version that lies in `/tmp`, so its parts are unpacked one by one.
 */
async function unpackInto(folder: string, release: Release): Promise<void> {
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  try {
    if (release === usual) {
      const { default: chromium } = await import("@sparticuz/chromium");
      const path = await chromium.executablePath();
      if (dirname(path) !== folder) throw new Error(`unpacked to ${path}`);
    } else {
      const { default: parts } = await import("chromium-109/build/lambdafs.js");
      const packed = join(root, "node_modules", release, "bin");
      for (const file of readdirSync(packed)) await parts.inflate(join(packed, file));
    }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Prefers the packaged font, so that layouts are equal on all machines. */
function fontsConfiguration(path: string): string {
  // A folder may be named "A & B", and without this configuration the browser does not start.
  const folder = escapeHtml(path);
  const preferred = ["sans-serif", "serif", "system-ui"].map(
    (family) =>
      `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
  ${preferred.join("\n  ")}
</fontconfig>
`;
}
