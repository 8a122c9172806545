/**
 * Runs before npm scripts, on any version of Node. It installs exactly what package-lock.json says if node_modules
 * is missing or differs from it, and otherwise does nothing. Contents are compared, not times, so that this is
 * right for a fresh clone and after a switch of branches.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = join(root, ".installing");
const isWindows = process.platform === "win32";

/** Tools take these characters for the end of a path, of a string or of a folder in a list. */
const [special] = root.match(isWindows ? /#/ : /[#"?:\\]/) ?? [];
if (special) {
  exitWithError(
    `The path of this folder contains ${special}, which its tools cannot read: ${root}. Move it.`,
  );
}

if (!arePackagesInstalled()) {
  acquireInstallLock();
  if (!arePackagesInstalled()) installPackages();
}

// Whoever types a command may have an older Node, but npm puts the one of the packages before it.
const node = spawnSync("node", ["-p", "process.features.typescript"], { encoding: "utf8" });
if (!/strip|transform/.test(node.stdout ?? "")) {
  exitWithError(
    "This project needs Node 22.18 or newer. The packages bring one for Linux with glibc on x64 and arm64; " +
      "elsewhere install Node 24 from https://nodejs.org and run the command again.",
  );
}

/**
 * Returns whether node_modules has all packages of package-lock.json that this system needs, with the same integrity,
 * and no others. npm keeps a copy of the lockfile in node_modules, without the packages of other systems.
 */
function arePackagesInstalled() {
  const locked = readLockedPackages("package-lock.json");
  const installed = readLockedPackages("node_modules/.package-lock.json");
  return Object.keys({ ...locked, ...installed }).every((path) =>
    path in installed
      ? installed[path].integrity === locked[path]?.integrity
      : path === "" || !isPackageNeeded(locked[path]),
  );
}

/**
 * Returns whether this system needs a package of the lockfile: of the optional ones only those that name its
 * operating system and processor, and no libc.
 */
function isPackageNeeded({ optional, os, cpu, libc }) {
  return !optional || (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}

function readLockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
}

/**
 * Waits until no other command is installing, then holds the lock until this process ends; ends the process if the
 * lock cannot be written. Two commands may be typed at once, and two installations in one folder break each other.
 */
function acquireInstallLock() {
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: "wx" });
      process.once("exit", () => rmSync(lock, { force: true }));
      return;
    } catch ({ code, message }) {
      if (code !== "EEXIST") exitWithError(message);
    }
    if (waited === 0)
      console.log(`Another command is installing the packages (${lock}): waiting …`);
    if (!isLockHeld()) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** Returns false if the command that made the lock has ended without deleting it. */
function isLockHeld() {
  try {
    return process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch ({ code }) {
    // Any error but "no such process" says that there is a process, or no lock any more.
    return code !== "ESRCH";
  }
}

function installPackages() {
  console.log("Installing the packages of package-lock.json …");
  // What is there is repaired: `npm ci` would delete it first, and leave nothing where there is no registry.
  const command = existsSync(join(root, "node_modules"))
    ? ["install", "--no-save", "--prefer-offline"]
    : ["ci"];
  // npm would leave the tools out where NODE_ENV is `production`, as within a build of a container.
  const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", [...command, ...options], {
    cwd: root,
    stdio: "inherit",
    shell: isWindows,
  });
  if (status !== 0) exitWithError(`\`npm ${command[0]}\` failed; its message is above.`);
}

function exitWithError(sentence) {
  console.error(sentence);
  process.exit(1);
}
