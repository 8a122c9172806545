/**
 * Loads the later parts of the engine with the loader of the script that loaded the engine. That
 * loader holds the only policy for trusted types that a host may allow, and its code is there
 * already. Both scripts are in the same folder, so the addresses of the files are the same.
 */
import type { loadVerified as Load } from "../load-verified.ts";

let handed: typeof Load | null = null;

export function setLoader(load: typeof Load): void {
  handed = load;
}

/** The build replaces every `import()` of the engine by a call of this function. */
export const loadVerified: typeof Load = (files) =>
  handed ? handed(files) : Promise.reject(new Error("The engine was given no loader."));
