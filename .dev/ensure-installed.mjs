/**
 * Runs before every npm script, on any version of Node. It installs exactly what package-lock.json
 * says if node_modules is missing or differs from it, and otherwise does nothing. Contents are
 * compared, not times, so that this is right for a fresh clone and after a switch of branches.
 * What is there is repaired, not deleted first: without a registry it stays as it was.
 */
import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
/** States the first version of Node that runs TypeScript files without a flag. */
const oldestNode = [22, 18];

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, "utf8")).packages ?? {};
  } catch {
    return {};
  }
};

/** Only the programs built for this system are needed of the optional packages. */
const isNeeded = ({ optional, os, cpu, libc }) =>
  !optional || (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);

/** npm keeps a copy of the lockfile in node_modules, without the packages it did not install. */
const notInstalled = () => {
  const lockedPackages = packagesIn("package-lock.json");
  const installedPackages = packagesIn("node_modules/.package-lock.json");
  const matches = (path) =>
    installedPackages[path]?.version === lockedPackages[path].version &&
    installedPackages[path]?.integrity === lockedPackages[path].integrity &&
    existsSync(`${root}/${path}`);
  const missing = Object.entries(lockedPackages)
    .filter(([path, entry]) => path !== "" && isNeeded(entry) && !matches(path))
    .map(([path]) => path);
  return [
    ...missing,
    ...Object.keys(installedPackages).filter((path) => !(path in lockedPackages)),
  ];
};

const lock = `${root}/.installing`;

const isHeld = () => {
  try {
    return process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch ({ code }) {
    // No such process; any other error says that there is one, or no lock any more.
    return code !== "ESRCH";
  }
};

/** Two commands may be typed at once, and two `npm ci` in one folder break each other. */
const waitForTurn = () => {
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: "wx" });
      process.once("exit", () => rmSync(lock, { force: true }));
      return;
    } catch ({ code }) {
      // A folder that cannot be written: npm says so.
      if (code !== "EEXIST") return;
    }
    if (waited === 0) console.log("Another command is installing the packages: waiting for it …");
    if (!isHeld()) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
};

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** Tools take them for the end of a path, of a string or of a folder in a list. */
const [special] = root.match(process.platform === "win32" ? /#/ : /[#"?:\\]/) ?? [];
if (special)
  stop(
    `The path of this folder contains ${special}, which its tools cannot read: ${root}. Move it.`,
  );

/**
 * npm puts node_modules/.bin first, and `npm ci` replaces the Node in it. So the machine's own Node
 * must run `npm ci`.
 */
const machinePath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
  .join(delimiter);

/** npm keeps its packages in a folder that is gone afterwards where HOME cannot be written. */
const otherCache = () => {
  const usual = process.env.npm_config_cache ?? join(homedir(), ".npm");
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
    return [];
  } catch {
    const folder = mkdtempSync(join(tmpdir(), "npm-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    return ["--cache", folder];
  }
};

const isTooOld = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
};

const refuse = (version) =>
  stop(
    `This project needs Node ${oldestNode.join(".")} or newer, and ${process.platform}-${process.arch} ` +
      `has ${version || "one that does not start"}. Only Linux with glibc on x64 or arm64 gets a ` +
      "suitable Node from the packages; elsewhere install Node 24 from https://nodejs.org and run the command again.",
  );

const bringsNode = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);
if (!bringsNode && isTooOld(process.version)) refuse(process.version);

if (notInstalled().length > 0) waitForTurn();
if (notInstalled().length > 0) {
  console.log("Installing the packages of package-lock.json …");
  // `npm ci` would empty node_modules first.
  const command = existsSync(`${root}/node_modules`)
    ? ["install", "--no-save", "--prefer-offline"]
    : ["ci"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  // npm would remove the tools where NODE_ENV is `production`, as within a build.
  const installed = spawnSync("npm", [...command, "--include=dev", ...quiet, ...otherCache()], {
    cwd: root,
    env: { ...process.env, PATH: machinePath },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.error) stop(`npm could not be started (${installed.error.message}).`);
  if (installed.status !== 0) {
    const names = notInstalled().map((path) => path.replace(/^node_modules[\\/]/, ""));
    const more = names.length > 5 ? ` and ${names.length - 5} more` : "";
    stop(
      `\`npm ${command[0]}\` failed; its message is above. Missing or different: ${names.slice(0, 5).join(", ")}${more}.`,
    );
  }
}

const packagedNode = `${root}/node_modules/.bin/node`;
if (existsSync(packagedNode)) {
  const { stdout } = spawnSync(packagedNode, ["--version"], { encoding: "utf8" });
  const version = stdout?.trim() ?? "";
  if (isTooOld(version)) refuse(version);
} else if (isTooOld(process.version)) {
  refuse(process.version);
}
