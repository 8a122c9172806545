/** Loads the engine that answers on this device: when the browser is idle, or when it is needed. */

import { engineFiles } from "../generated/engine-files.ts";
import { loadVerified } from "./load-verified.ts";

export type LocalEngine = typeof import("./engine/engine.ts");

/** Shared by all elements of a page. */
let loading: Promise<LocalEngine> | null = null;
let ready: LocalEngine | null = null;

/** Loads the engine on demand, even if the browser saves data: the reader needs it now. */
export function localEngine(): Promise<LocalEngine> {
  // Loaded by its own list of files, not by an import, because it is a separate build.
  loading ??= loadVerified<LocalEngine>(engineFiles)
    .then((engine) => {
      engine.setLoader(loadVerified);
      ready = engine;
      return engine;
    })
    .finally(() => {
      // After a failure the next call tries again.
      if (!ready) loading = null;
    });
  return loading;
}

/** The engine, if it is loaded already. */
export function readyEngine(): LocalEngine | null {
  return ready;
}
