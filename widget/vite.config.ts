import { defineConfig } from "vite";
import { onePart } from "../.dev/build/one-part.ts";
import { verifiedImports } from "../.dev/build/verified-imports.ts";

/**
 * Each entry has a build of its own, so that it is one file whose integrity covers all the code
 * that runs first. With a common build, a class that two entries share would become another file,
 * and code that the engine shares with the view would make the view larger.
 */
export const entries = {
  // First, because the other builds contain its file name.
  engine: "answers/engine/engine.ts",
  widget: "index.ts",
  embed: "embed.ts",
  element: "class.ts",
  report: "page/report.ts",
  frame: "page/frame-loader.ts",
  launch: "launch/launch.tsx",
} as const;

/** The engine is loaded by another script, which hands it its loader. */
const loaders: Readonly<Record<string, string>> = { engine: "engine/handed-loader" };

/**
 * Begins the script of snippets. From a tag that lacks `type="module"`, every browser refuses it for
 * `import.meta`, says that this belongs into a module, and leads here.
 */
const forModulesOnly =
  'import.meta/* This script is a module: its tag needs type="module". See /v1/widget.js. */;';

/** `mode` is the name of the entry. */
export default defineConfig(({ mode }) => {
  const rest = onePart(
    /\/widget\/(?:answers\/local-answers\.ts|opened\/after-first-view\.tsx)$/,
    /\/widget\/launch\/from-record\.tsx$/,
  );
  return {
    root: import.meta.dirname,
    publicDir: "static",
    plugins: [
      rest.plugin,
      verifiedImports(`widget/answers/${loaders[mode] ?? "load-verified"}.ts`),
    ],
    // Classic JSX: calls of `h` are shorter, and the JSX runtime is not needed.
    oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" } },
    define: {
      "process.env.NODE_ENV": '"production"',
      // Which pages the code is for: ours, or those of other sites.
      "process.env.ENTRY": JSON.stringify(mode),
    },
    build: {
      // The build script says where to, and begins with an empty folder.
      emptyOutDir: false,
      target: "es2022",
      sourcemap: false,
      manifest: `manifest-${mode}.json`,
      lib: {
        entry: Object.fromEntries(Object.entries(entries).filter(([name]) => name === mode)),
        formats: ["es"],
      },
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        transform: { inject: { h: ["preact", "h"], Fragment: ["preact", "Fragment"] } },
        output: {
          minify: true,
          ...(mode === "widget" && {
            postBanner: ({ isEntry }) => (isEntry ? forModulesOnly : ""),
          }),
          // Remaining comments are hints for bundlers, and nobody bundles these files again.
          comments: { annotation: false },
          entryFileNames: "assets/[name]-[hash].js",
          chunkFileNames: "assets/[name]-[hash].js",
          // Chunks that change independently, so that new data leave the code in the browser's cache.
          codeSplitting: {
            groups: [
              // What runs first is one file, the entry.
              { name: mode, test: rest.isFirst, includeDependenciesRecursively: false },
              // What comes right after the first view.
              { name: "rest", test: rest.holds, includeDependenciesRecursively: false },
              // The form of the record and a sheet both hold them, and no file may load itself.
              ...(mode === "launch"
                ? [
                    {
                      name: "patient",
                      test: /question\/patient\.ts$|sheets\/(?:applying|bcma|typed)/,
                    },
                  ]
                : []),
              { name: "compute-set", test: /generated\/compute-set/ },
              { name: "real-world", test: /generated\/real-world/ },
              { name: "special-functions", test: /statistics\/special\// },
            ],
          },
        },
      },
    },
  };
});
