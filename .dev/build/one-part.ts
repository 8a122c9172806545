/**
 * Vite plugin: finds the modules that an entry needs only for one of its parts, which is loaded
 * later, so that they become one file. The bundler alone makes several of them, and each costs the
 * first view an address and a hash.
 */
import type { Plugin } from "vite";

export interface OnePart {
  plugin: Plugin;
  /** Whether the part needs this module and nothing before it does; known once all are read. */
  holds: (id: string) => boolean;
}

/**
 * @param roots what the files that the part begins with are called
 * @param before the same of another part, which is always there before
 */
export function onePart(roots: RegExp, before: RegExp): OnePart {
  const modules = new Set<string>();
  return {
    holds: (id) => modules.has(id),
    plugin: {
      name: "one-part",
      buildEnd() {
        const reach = (from: readonly string[], found: Set<string>, but = new Set<string>()) => {
          for (const id of from) {
            if (found.has(id) || but.has(id)) continue;
            found.add(id);
            reach(this.getModuleInfo(id)?.importedIds ?? [], found, but);
          }
          return found;
        };
        const ids = [...this.getModuleIds()];
        const first = reach(
          ids.filter((id) => this.getModuleInfo(id)?.isEntry || before.test(id)),
          new Set(),
        );
        modules.clear();
        reach(
          ids.filter((id) => roots.test(id)),
          modules,
          first,
        );
      },
    },
  };
}
