/** The script of a copy: the element, its engine and the app of an installation. */
import { createHash } from "node:crypto";
import { type BuildOptions, build } from "esbuild";
import { type Copy, installation } from "../../functions/copy/places.ts";
import { root } from "../files.ts";

/** What most pages do without. */
const whole = "./whole.ts";

async function bundle(entry: string, copy: Copy, more: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`functions/copy/${entry}`],
    bundle: true,
    minify: true,
    write: false,
    target: "es2022",
    charset: "utf8",
    define: {
      COPY: JSON.stringify(copy),
      "import.meta.url": JSON.stringify(`${installation}/assets/copy.js`),
      "process.env.NODE_ENV": '"production"',
      // A page of our own.
      "process.env.ENTRY": '"embed"',
    },
    ...more,
  });
  return outputFiles?.[0]?.text ?? "";
}

/** By name; what a page loads, and what that loads when it is needed. */
export async function bundleParts(copy: Copy): Promise<[name: string, code: string][]> {
  const later = await bundle(whole, copy, { format: "esm" });
  const laterName = `whole-${shortHash(later)}.js`;
  const first = await bundle("copy.ts", copy, {
    format: "esm",
    plugins: [
      {
        name: "later",
        setup({ onResolve }) {
          onResolve({ filter: /whole\.ts$/ }, () => ({ path: `./${laterName}`, external: true }));
        },
      },
    ],
  });
  return [
    [`copy-${shortHash(first)}.js`, first],
    [laterName, later],
  ];
}

/** As one script that is no module, because browsers load no module from a file. */
export function bundleWhole(copy: Copy): Promise<string> {
  return bundle("copy.ts", copy, { format: "iife" });
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
