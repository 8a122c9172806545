/**
 * Vite plugin: Preact for components that are functions and wait for nothing, as all of ours are. Where
 * a page gave every object a `render` or a `then`, Preact would take every function for a class, and
 * every error for a promise to wait for.
 */
import type { Plugin } from "vite";
import { changedPreact } from "./changed-preact.ts";

const changes = [
  [/(?<=,C=)\(s=V\.prototype\)&&s\.render(?=,)/, "!1"],
  // A component threw a promise: marks what was drawn so far.
  [/if\(t&&t\.then\)\{.+?\}else (?=o&&o\.some\(g\);else )/, ""],
  [/t&&t\.then\|\|(?=D\(r\))/, ""],
  // Goes on with what was marked.
  [/128&u\.__u&&\(c=32&u\.__u,s=u\.__c\.__z\)&&\(.+?l=o\[0\]\|\|l\),/, ""],
  // Takes away what was marked.
  [/!u&&\(i=t\.__c\)&&\(i=i\.__z\)&&\(.+?g\(i\)\),/, ""],
] as const;

export function functionComponents(): Plugin {
  return {
    name: "function-components",
    transform: (code, id) => changedPreact(code, id, changes),
  };
}
