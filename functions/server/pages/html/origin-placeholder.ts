import { escapeHtml } from "#presentation/words/escape-html.ts";

/** Stands in texts of the build for the address of the installation that serves them. */
export const originPlaceholder = "https://installation.invalid";

const forms: readonly ((address: string) => string)[] = [escapeHtml, encodeURIComponent];

export function makeOriginInserter(site: string): (text: string) => string {
  return (text) =>
    forms.reduce(
      // The replacement is a function, because `replaceAll` would interpret characters such as `$`.
      (result, form) => result.replaceAll(form(originPlaceholder), () => form(site)),
      text,
    );
}
