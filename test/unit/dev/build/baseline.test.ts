/** The oldest browsers that are supported: what readers are told, and what the build is made for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { baseline } from "../../../../.dev/build/bundle.ts";
import { root } from "../../../../.dev/files.ts";

it.each(["README.md", "widget/embedding.md", "functions/server/documentation/guides/operators.md"])(
  "%s names the baseline that the build has",
  (path) => {
    const { chrome, edge, firefox, safari } = baseline;
    expect(edge).toBe(chrome);
    const [line] = /Browsers: .*? and newer/.exec(readFileSync(join(root, path), "utf8")) ?? [];
    expect(line).toBe(
      `Browsers: Chrome, Edge and WebView2 ${chrome}, Firefox ${firefox} ESR, Safari ${safari} and newer`,
    );
  },
);
