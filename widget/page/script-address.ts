/** The address of a script of ours, as a page takes it that requires trusted types. */
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
