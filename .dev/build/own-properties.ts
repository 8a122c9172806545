/**
 * Vite plugin: code of libraries that goes through all properties of an object goes through its own
 * ones only. Some pages add properties to the prototype of all objects, which every object would have.
 */
import type { Plugin } from "vite";

/** Properties of an element in Preact. */
const ofElement = /for\((\w) in (\w)\)(?="key"==)/g;
/** The names that a part exports, as the bundler collects them. */
const ofExports = /for \(var (\w+) in (\w+)\)(?=\s*\{?\s*__defProp)/g;
const descriptor = /(__defProp\([^{}]*\{)(?=\s*(?:get|value):)/g;

export function ownProperties(): Plugin {
  return {
    name: "own-properties",
    transform(code, id) {
      if (!id.endsWith("/preact/dist/preact.mjs")) return null;
      const changed = code.replace(ofElement, "for($1 of Object.keys($2||{}))");
      if (changed === code) throw new Error("Preact reads properties in another way.");
      return { code: changed, map: null };
    },
    renderChunk(code) {
      if (!code.includes("__defProp(")) return null;
      const changed = code
        .replace(ofExports, "for (var $1 of Object.keys($2))")
        .replace(descriptor, "$1 __proto__: null,");
      if (changed === code) throw new Error("The bundler defines exports in another way.");
      return { code: changed, map: null };
    },
  };
}
