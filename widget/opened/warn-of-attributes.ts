/** An unknown look, or a parameter that was taken out, does not prevent an answer: it is said. */
import { appearance } from "#presentation/screen/appearance.ts";

/** Rates over time. Pages that asked for them get proportions. */
const takenOut = "measure";

export function warnOfAttributes(element: Element): void {
  for (const [name, words] of Object.entries(appearance)) {
    const given = element.getAttribute(name);
    if (given !== null && !words.some((word) => word === given)) {
      console.warn(`${name}: ${words.join(", ")}, not ${given}`);
    }
  }
  if (element.hasAttribute(takenOut)) console.warn(`${takenOut}: not understood and ignored`);
}
