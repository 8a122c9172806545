/** An unknown look does not prevent an answer, but causes a warning. */
import { appearance } from "#presentation/view/appearance.ts";

export function warnOfLook(inside: Node | null): void {
  const root = inside?.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  for (const [name, words] of Object.entries(appearance)) {
    const given = root.host.getAttribute(name);
    if (given !== null && !words.some((word) => word === given)) {
      console.warn(`${name}: ${words.join(", ")}, not ${given}`);
    }
  }
}
