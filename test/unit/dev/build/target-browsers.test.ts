/**
 * What reaches a browser is written for the oldest that the build names (Chrome 109, Firefox 115, Safari 16.4).
 * A build lowers syntax only: a method that such a browser lacks would stop the script where it is called.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundle } from "../../../../.dev/build/bundle.ts";
import { scripts } from "../../../../.dev/build/scripts.ts";
import { deviceScript } from "../../../../.dev/build/service-worker.ts";
import { root } from "../../../../.dev/files.ts";

/** Newer than one of these browsers. */
const tooNew = [
  ...["toSorted", "toSpliced", "toReversed", "isWellFormed", "toWellFormed", "getOrInsert"],
  ...["symmetricDifference", "isSubsetOf", "isSupersetOf", "isDisjointFrom", "checkVisibility"],
  ...["showPopover", "togglePopover", "setHTMLUnsafe", "toBase64", "setFromBase64"],
].map((name) => `\\.${name}\\(`);
const tooNewStatic = [
  ...["Object.groupBy", "Map.groupBy", "Promise.withResolvers", "Promise.try", "Array.fromAsync"],
  ...["URL.canParse", "URL.parse", "AbortSignal.any", "Iterator.from", "RegExp.escape"],
  ...["ReadableStream.from", "Intl.DurationFormat", "Error.isError", "Uint8Array.fromBase64"],
].map((name) => `\\b${name.replace(".", "\\.")}\\b`);
const pattern = new RegExp([...tooNew, ...tooNewStatic].join("|"), "g");

/** A library looks first whether the browser has them (`oauth4webapi`). */
const lookedFor: Readonly<Record<string, readonly string[]>> = {
  launch: ["URL.parse", "Uint8Array.fromBase64", ".toBase64("],
};

const entries: readonly (readonly [name: string, path: string])[] = [
  ...Object.entries(scripts),
  ["device", "functions/device.ts"],
  ["copy", "functions/copy/copy.ts"],
  ["service worker", "widget/offline/service-worker.ts"],
];

describe("a script for browsers calls nothing that the oldest of them lacks", () => {
  it.each(entries)("%s", async (name, path) => {
    const { code } = await bundle({ ...deviceScript, input: path, output: { minify: true } });
    const called = new Set(code.match(pattern));
    expect([...called].filter((one) => !lookedFor[name]?.includes(one))).toEqual([]);
  });
});

/** As a shorthand of several values it is new in Safari 26.2, which before drops the whole line. */
it("no style has `text-decoration` with more than one word", () => {
  const files = globSync(["functions/**/*.css", "widget/**/*.css"], { cwd: root });
  const long = files.flatMap((file) =>
    (readFileSync(join(root, file), "utf8").match(/text-decoration:\s*[^;\s]+\s[^;]*/g) ?? []).map(
      (line) => `${file}: ${line}`,
    ),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(long).toEqual([]);
});
