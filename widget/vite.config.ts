import { defineConfig } from "vite";
import { minified } from "../.dev/build/minified.ts";
import { verifiedImports } from "../.dev/build/verified-imports.ts";

/**
 * Each in a build of its own, so that either is one file whose integrity covers all that runs at first:
 * a class shared by two entries would become a third file. What the engine shares with the view would
 * grow the view.
 */
export const entries = {
  // First: the others name its file.
  engine: "answers/engine/engine.ts",
  widget: "index.ts",
  embed: "embed.ts",
  element: "class.ts",
  home: "page/builder.ts",
  frame: "page/frame-loader.ts",
} as const;

/** `mode` names the entry. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: "static",
  plugins: [verifiedImports(), minified()],
  // A call of `h` for each element: shorter than one of the JSX runtime, which then is not needed.
  oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" } },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: "../dist",
    // The build script empties it, and keeps the answers made beforehand.
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    manifest: `manifest-${mode}.json`,
    lib: {
      entry: Object.fromEntries(Object.entries(entries).filter(([name]) => name === mode)),
      formats: ["es"],
    },
    rolldownOptions: {
      // Terser takes its time.
      checks: { pluginTimings: false },
      preserveEntrySignatures: "allow-extension",
      transform: { inject: { h: ["preact", "h"], Fragment: ["preact", "Fragment"] } },
      output: {
        minify: true,
        // What is left of them tells bundlers what to drop; nobody bundles these files again.
        comments: { annotation: false },
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        // Each changes at its own pace: a new figure leaves the code in a browser's cache.
        codeSplitting: {
          groups: [
            { name: "compute-set", test: /generated\/compute-set/ },
            { name: "special-functions", test: /statistics\/special\// },
          ],
        },
      },
    },
  },
}));
