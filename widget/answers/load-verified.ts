/**
 * Loads the parts of the script that come later. `import()` cannot name an integrity, a script element
 * can; `import()` of the same address then gives what that element loaded, and asks nobody again.
 */

/** Address beside this script, and the hash of what must be there. */
export type VerifiedFile = readonly [path: string, integrity: string];

interface Policy {
  createScriptURL(address: string): string;
}

/** What a host that wants trusted types asks of an address. Not in every browser, nor in the types. */
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const plain: Policy = { createScriptURL: String };
let policy: Policy | undefined;

/**
 * The last of `files`, which may import the ones before it. The build puts this around every `import()`
 * and writes the files from what it made. Rejects when one cannot be had or is not what was built.
 */
export async function loadVerified<Module>(files: readonly VerifiedFile[]): Promise<Module> {
  let loaded: unknown;
  // One by one: what imports a part that was refused must not ask for it again.
  for (const [path, integrity] of files) {
    const { href } = new URL(path, import.meta.url);
    // A browser remembers that a module failed, until the page is left. It is only asked for the module
    // when the bytes are here: what could not be had now can then be had later.
    const { ok } = await fetch(href, { integrity });
    if (!ok) throw new Error(href);
    // Only when it is needed: a host may allow it, and not for nothing.
    try {
      policy ??= trustedTypes?.createPolicy("myeloma-compare", plain);
    } catch {
      // Refused by a host that may well take plain addresses.
      policy = plain;
    }
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, {
        type: "module",
        // A host that allows scripts by a nonce gave us one.
        nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "",
        integrity,
        crossOrigin: "",
        onload: resolve,
        onerror: reject,
        src: policy?.createScriptURL(href) ?? href,
      });
      document.head.appendChild(script);
      script.remove();
    });
    loaded = await import(/* @vite-ignore */ href);
  }
  return loaded as Module;
}
