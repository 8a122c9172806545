import { defineConfig } from "vitest/config";

/** Projects run one after the other, so that unit tests do not slow down the browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          globalSetup: "test/support/generated-modules.ts",
          // Pure modules need no process of their own, and are loaded once for all files.
          isolate: false,
          // Long, because a busy machine is slow; the limit only ends tests that hang.
          testTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          globalSetup: "test/support/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/support/global-setup.ts", "test/support/browser-setup.ts"],
          maxWorkers: 2,
          // One Chromium serves all files of a worker process; every page has a context of its own.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
