/** Loads scripts of the installation that most readers never need. */
import { site } from "./site.ts";

let failures = 0;

/**
 * Loads a module of the installation. A browser may remember the address of a module that did not load, so the next
 * attempt has another one.
 *
 * @param address The path of the script below the installation.
 */
export async function loadModule<Module>(address: string): Promise<Module> {
  try {
    return await import(`${site}${address}${failures === 0 ? "" : `?${failures}`}`);
  } catch (error) {
    failures += 1;
    throw error;
  }
}
