/**
 * Holds the address of the installation that the script came from, with its base path, without a slash at the end, and
 * loads its other scripts.
 */

const { href } = new URL("..", import.meta.url);
export const site = href.slice(0, -1);

/** It is true for the script of one release, at `/widget/…`: a page with it gets no other by reloading. */
export const isScriptFixed = import.meta.url.slice(href.length).startsWith("widget/");

/** Loads the page again with the script of the present release, which a browser may have kept for a while. */
export async function reloadPage(): Promise<void> {
  await fetch(import.meta.url, { cache: "reload", referrerPolicy: "no-referrer" }).catch(() => {});
  location.reload();
}

export function isOurEmbedPage(): boolean {
  return location.origin + location.pathname === `${site}/embed`;
}

/** Makes the address of a script in the form that a page with trusted types requires. */
interface Policy {
  createScriptURL(address: string): string;
}

/**
 * Returns the address of a script as trusted types require it, which TypeScript does not know; each script has a
 * policy of its own.
 */
export function makeTrustedScriptAddress(href: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  };
  const policy = trustedTypes?.createPolicy("myeloma-compare", { createScriptURL: String });
  return policy?.createScriptURL(href) ?? href;
}

// Loads scripts of the installation that most readers never need.

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
