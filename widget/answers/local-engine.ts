/** Loads the engine that answers on this device: when the browser is idle, or when it is asked for. */

import { engineFiles } from "../generated/engine-files.ts";
import { loadVerified } from "./load-verified.ts";

export type LocalEngine = typeof import("./engine/engine.ts");

/** One for all elements of a page. */
let loading: Promise<LocalEngine> | null = null;
let ready: LocalEngine | null = null;

/** Loads it on demand, also where data are spared: somebody asked for what only it can answer. */
export function localEngine(): Promise<LocalEngine> {
  // By its own files rather than by its place in the code: it is built apart.
  loading ??= loadVerified<LocalEngine>(engineFiles)
    .then((engine) => {
      ready = engine;
      return engine;
    })
    .finally(() => {
      // Where it failed, the next one who needs it tries again.
      if (!ready) loading = null;
    });
  return loading;
}

/** What is here already. */
export function readyEngine(): LocalEngine | null {
  return ready;
}

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Whether to fetch nothing that nobody asked for. */
export function sparesData(): boolean {
  // Not in every browser, and not in the types.
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(`${connection?.effectiveType}`);
}
