/**
 * Loads the later parts of the script with a check of their integrity. `import()` cannot state an
 * integrity, but a script element can. `import()` of the same address then returns the module which
 * that element has loaded, without another request.
 */
import { ownOnly } from "#core/own-only.ts";
import { discreet } from "./discreet.ts";

/** Address relative to this script, and the hash of the expected content. */
export type VerifiedFile = readonly [path: string, integrity: string];

interface Policy {
  createScriptURL(address: string): string;
}

/** For hosts that require trusted types, which TypeScript does not know. */
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const plain: Policy = { createScriptURL: String };
let policy: Policy | undefined;

/** Of one file. After this long "try again" helps a reader more than further waiting. */
const longestWaitMilliseconds = 10_000;

/** What makes another address of a file, for files whose module was requested in vain. */
const again: Record<string, string> = {};

const modules: Record<string, Promise<unknown>> = {};

/** Returns the last of `files`, which the build inserts. Rejects if one is late or changed. */
export async function loadVerified<Module>(files: readonly VerifiedFile[]): Promise<Module> {
  let loaded: unknown;
  // One by one: if a part was refused, the parts that import it must not request it again.
  for (const [path, integrity] of files) {
    modules[path] ??= load(path, integrity).catch((reason) => {
      delete modules[path];
      throw reason;
    });
    loaded = await modules[path];
  }
  return loaded as Module;
}

/** The address of a script of ours, as pages want it that require trusted types. */
export function scriptAddress(href: string): string {
  // Created only when needed, because a host may have to allow it.
  try {
    policy ??= trustedTypes?.createPolicy("myeloma-compare", plain);
  } catch {
    // Refused by the host, which may still accept plain addresses.
    policy = plain;
  }
  return policy?.createScriptURL(href) ?? href;
}

async function load(path: string, integrity: string): Promise<unknown> {
  const { href } = new URL(path + (again[path] ?? ""), import.meta.url);
  const signal = AbortSignal.timeout(longestWaitMilliseconds);
  // A browser remembers until the page is left that a module failed to load. So the bytes are
  // fetched first, and the module only if that succeeds; after a failure a retry is possible.
  const { ok } = await fetch(href, ownOnly({ ...discreet, integrity, signal }));
  if (!ok) throw new Error(href);
  try {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, {
        type: "module",
        // The nonce of the host's policy, if it allows scripts by a nonce.
        nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "",
        integrity,
        crossOrigin: "",
        referrerPolicy: discreet.referrerPolicy,
        onload: resolve,
        onerror: reject,
        src: scriptAddress(href),
      });
      signal.onabort = reject;
      document.head.appendChild(script);
      script.remove();
    });
  } catch (reason) {
    // If the module failed all the same, the next attempt needs an address that is new to the browser.
    again[path] = `?${performance.now()}`;
    throw reason;
  }
  return import(/* @vite-ignore */ href);
}
