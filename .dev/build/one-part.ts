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
  /** Whether the entry needs this module, if it has such a part: its integrity must cover it. */
  isFirst: (id: string) => boolean;
}

/** @param before what another part begins with, which is always there before */
export function onePart(roots: RegExp, before: RegExp): OnePart {
  const modules = new Set<string>();
  const entry = new Set<string>();
  return {
    holds: (id) => modules.has(id),
    isFirst: (id) => modules.size > 0 && entry.has(id),
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
        const start = ids.filter((id) => this.getModuleInfo(id)?.isEntry);
        entry.clear();
        reach(start, entry);
        const first = reach([...start, ...ids.filter((id) => before.test(id))], new Set());
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
