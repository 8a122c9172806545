/**
 * Vite plugin: code of libraries that goes through all properties of an object goes through its own
 * ones only. Some pages add properties to the prototype of all objects, which every object would have.
 */
import type { Plugin } from "vite";
import { changedPreact } from "./changed-preact.ts";

/** Properties of an element in Preact. */
const ofElement = /for\((\w) in (\w)\)(?="key"==)/g;
/** What holds them and their listeners, and what stands for none: without what all objects have. */
const holders = /,(a|o|p)=\{\}(?=,)/g;
/** What others may be called for. */
const options = /(?<=\}n=\{)(?=__e:function)/;
/** What every component is made after. */
const component = /(?<=,)(?=x\.prototype\.setState=)/;
/** Whether an element is another one that is made by `is`: ours are not, and a page may have that name. */
const kind = /,x\.is\?x:a(?=\),)/;
/** The names that a part exports, as the bundler collects them. */
const ofExports = /for \(var (\w+) in (\w+)\)(?=\s*\{?\s*__defProp)/g;
const descriptor = /(__defProp\([^{}]*\{)(?=\s*(?:get|value):)/g;

export function ownProperties(): Plugin {
  return {
    name: "own-properties",
    transform(code, id) {
      return changedPreact(code, id, [
        [ofElement, "for($1 of Object.keys($2||{}))"],
        [holders, ",$1={__proto__:null}"],
        [options, "__proto__:null,"],
        [kind, ""],
        [component, "x.prototype.__proto__=null,"],
      ]);
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
