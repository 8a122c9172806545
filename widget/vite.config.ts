import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: "static",
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: "../dist",
    // The build script empties it, and keeps the answers made beforehand.
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    manifest: "manifest.json",
    lib: {
      entry: { widget: "index.ts" },
      formats: ["es"],
    },
    rolldownOptions: {
      preserveEntrySignatures: "allow-extension",
      output: {
        minify: true,
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
      },
    },
  },
});
