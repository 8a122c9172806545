/** Reads what a page of the installation came with: the element as HTML, and its answer. */

import { hasFields } from "#data/lists-and-objects.ts";
import { viewFormat } from "#presentation/views/format.ts";
import type { Screen } from "#presentation/views/screen.ts";

/**
 * Returns the view that the server rendered; `null` without one, of another format, or where the page was damaged,
 * because the service is then asked instead.
 */
export function readServedView(element: Element): Screen | null {
  const script = element.querySelector('script[type="application/json"]');
  try {
    const sent: unknown = JSON.parse(script?.textContent ?? "");
    if (!hasFields(sent, "format", "view") || sent.format !== viewFormat) return null;
    return isScreenView(sent.view) ? sent.view : null;
  } catch {
    return null;
  }
}

function isScreenView(value: unknown): value is Screen {
  return hasFields(value, "kind", "rows", "verdict", "question") && Array.isArray(value.rows);
}
