import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Begin with these, so that no worker process is left alone with one of them at the end. */
const long =
  /(workerd|patient-privacy|hand-over|faults|element|every-state|rendered|browsers|(answer-source|versions|kept-offline|layout|content-coding|settings|node|reproduced)\.slow)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Tests that take long have this in their names. */
const exclude = ["**/*.slow.test.ts"];

/** Returns the test files that try a sample of what there is, or leave tests out; `npm run test:all` runs them whole. */
const listSamplingTests = (folders: string) =>
  globSync(`test/${folders}/**/*.test.{ts,tsx}`).filter((file) =>
    /\/(support\/sample|any-question)\.ts"/.test(readFileSync(file, "utf8")),
  );

/**
 * Node loads the modules itself, in a third less time than with Vite between them, by these hooks and that for TSX. The
 * loader of Vitest would parse each test file once more, for mocks of modules, which no test has.
 */
const makeNodeSettings = (...hooks: readonly string[]) => ({
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: [".dev/tsx.ts", ...hooks].flatMap((file) => [
    "--import",
    pathToFileURL(join(import.meta.dirname, file)).href,
  ]),
});

/** Approved answers are those of the whole app over the data of `test/collection/`. */
const approved = {
  ...makeNodeSettings("test/collection/resolve.ts"),
  globalSetup: "test/support/generated-modules.ts",
  // The samples are chosen by a seed, which a failure prints.
  setupFiles: "test/support/property-seed.ts",
  // The app and its memory are loaded once for all files.
  isolate: false,
  maxWorkers: "100%",
};

const makeSlowSettings = (groupOrder: number, maxWorkers: number) => ({
  globalSetup: ["test/support/global-setup.ts", "test/support/chromium.ts"],
  setupFiles: "test/support/property-seed.ts",
  expect: { poll: { timeout: 30_000 } },
  maxWorkers,
  testTimeout: 600_000,
  hookTimeout: 600_000,
  sequence: { groupOrder },
});

/**
 * Groups of projects run one after the other, so that unit tests do not slow down the browser. Servers are tested at
 * the same time as the browser, because both wait for other processes.
 */
export default defineConfig({
  test: {
    // A file that is missing is no file that was read: only `npm run accept` writes one.
    update: "none",
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...makeNodeSettings(),
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          exclude,
          globalSetup: "test/support/generated-modules.ts",
          setupFiles: "test/support/property-seed.ts",
          // Pure modules need no process of their own, and are loaded once for all files.
          isolate: false,
          // Long, because a busy machine is slow; the limit only ends tests that hang.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...approved,
          name: "approved",
          include: ["test/approved/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...makeNodeSettings(),
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          exclude,
          globalSetup: "test/support/global-setup.ts",
          setupFiles: "test/support/property-seed.ts",
          // What is asked is another process; the modules that say what to expect are loaded once.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What workerd logs arrives a little later than its answers.
          expect: { poll: { timeout: 30_000, interval: 10 } },
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...makeNodeSettings(),
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          exclude,
          globalSetup: ["test/support/global-setup.ts", "test/support/chromium.ts"],
          setupFiles: "test/support/property-seed.ts",
          maxWorkers: 2,
          // One Chromium serves all files of a worker process; every page has a context of its own.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Like the limit of every other step of a page: a busy machine is slow.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 3 },
        },
      },
      // These hold what takes long: `npm run test:all`. Pages come last, so that no build beside slows them down. They
      // wait for a browser half of the time, so that three processes keep two cores busy; WebKit may hang beside two
      // others.
      {
        test: {
          name: "all",
          include: ["test/all/**/*.test.ts"],
          env: { BROWSERS: "^webkit" },
          ...makeSlowSettings(4, 2),
        },
      },
      {
        test: {
          name: "all-slow",
          include: [
            "test/**/*.slow.test.ts",
            ...listSamplingTests("{unit,worker,browser}"),
            "test/all/browsers.test.ts",
          ],
          env: { TEST_WHOLE: "true", BROWSERS: "^(?!webkit)" },
          ...makeSlowSettings(5, 3),
        },
      },
      {
        test: {
          ...approved,
          name: "all-approved",
          include: listSamplingTests("approved"),
          env: { TEST_WHOLE: "true" },
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
