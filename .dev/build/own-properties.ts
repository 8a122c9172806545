/** Preact for pages that add properties to all objects: changed text, or the build stops. */
import type { Plugin } from "vite";

const changes: readonly (readonly [from: RegExp, to: string])[] = [
  // What goes through all properties of an element goes through its own ones only.
  [/for\((\w) in (\w)\)(?="key"==)/g, "for($1 of Object.keys($2||{}))"],
  // What holds them and their listeners, and what stands for none: without what all objects have.
  [/,(a|o|p)=\{\}(?=,)/g, ",$1={__proto__:null}"],
  // What others may be called for.
  [/(?<=\}n=\{)(?=__e:function)/, "__proto__:null,"],
  // Whether an element is another one that is made by `is`: ours are not, and a page may have that name.
  [/,x\.is\?x:a(?=\),)/, ""],
  // What every component is made after.
  [/(?<=,)(?=x\.prototype\.setState=)/, "x.prototype.__proto__=null,"],
  // All our components are functions and wait for nothing. Where a page gave every object a `render` or
  // a `then`, every function would be taken for a class, and every error for a promise to wait for.
  [/(?<=,C=)\(s=V\.prototype\)&&s\.render(?=,)/, "!1"],
  // A component threw a promise: marks what was drawn so far.
  [/if\(t&&t\.then\)\{.+?\}else (?=o&&o\.some\(g\);else )/, ""],
  [/t&&t\.then\|\|(?=D\(r\))/, ""],
  // Goes on with what was marked.
  [/128&u\.__u&&\(c=32&u\.__u,s=u\.__c\.__z\)&&\(.+?l=o\[0\]\|\|l\),/, ""],
  // Takes away what was marked.
  [/!u&&\(i=t\.__c\)&&\(i=i\.__z\)&&\(.+?g\(i\)\),/, ""],
];

/** The names that a part exports, as the bundler collects them. */
const ofExports = /for \(var (\w+) in (\w+)\)(?=\s*\{?\s*__defProp)/g;
const descriptor = /(__defProp\([^{}]*\{)(?=\s*(?:get|value):)/g;

export function ownProperties(): Plugin {
  return {
    name: "own-properties",
    transform(code, id) {
      if (!id.endsWith("/preact/dist/preact.mjs")) return null;
      let text = code;
      for (const [from, to] of changes) {
        const changed = text.replace(from, to);
        if (changed === text) throw new Error(`Preact does not hold ${from} any more.`);
        text = changed;
      }
      return { code: text, map: null };
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
