/** An unknown look does not prevent an answer, but causes a warning. */
import { appearance } from "#presentation/view/appearance.ts";

export function warnOfLook(element: Element): void {
  for (const [name, words] of Object.entries(appearance)) {
    const given = element.getAttribute(name);
    if (given !== null && !words.some((word) => word === given)) {
      console.warn(`${name}: ${words.join(", ")}, not ${given}`);
    }
  }
}
