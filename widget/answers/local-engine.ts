/** Loads the engine that answers on this device: when the browser is idle, or when it is needed. */
import { engineFiles } from "#generated/engine-files.ts";
import { kept } from "#words/kept.ts";
import { surroundings } from "../page/surroundings.ts";
import { SourceError } from "./client.ts";
import { loadVerified } from "./load-verified.ts";
import { askRecall, isRecalled } from "./recall.ts";

export type LocalEngine = typeof import("./engine/engine.ts");

/** Shared by all elements of a page. */
let loading: Promise<LocalEngine> | null = null;
let ready: LocalEngine | null = null;

/**
 * Loads the engine on demand, even if the browser saves data: the reader needs it now. A page may
 * hold a script of an earlier release, so whether its data were withdrawn is asked first.
 *
 * @throws SourceError that says why, if they were.
 */
export function localEngine(): Promise<LocalEngine> {
  // Loaded by its own list of files, not by an import, because it is a separate build.
  loading ??= (surroundings.engine?.() ?? loadVerified<LocalEngine>(engineFiles))
    .then(async (engine) => {
      const { recallReason } = await askRecall();
      if (isRecalled(engine.answerVersion)) throw withdrawn(recallReason);
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

function withdrawn(reason: string | null): SourceError {
  return new SourceError({ kind: "failed", message: `${kept.withdrawn} ${kept.reason(reason)}` });
}

/** The engine, if it is loaded already and its data were not withdrawn since. */
export function readyEngine(): LocalEngine | null {
  return ready && !isRecalled(ready.answerVersion) ? ready : null;
}
