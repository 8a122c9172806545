import { escapeHtml } from "#presentation/screen/escape-html.ts";

/** Stands in texts of the build for the address of the installation that serves them. */
export const originPlaceholder = "https://installation.invalid";

const forms: readonly ((address: string) => string)[] = [escapeHtml, encodeURIComponent];

/** Puts the address of an installation into a page. */
export const ofSite = (site: string) => replacing(originPlaceholder, site);

/** Takes it out again. */
export const ofNoSite = (site: string) => replacing(site, originPlaceholder);

function replacing(from: string, to: string): (text: string) => string {
  return (text) =>
    // Functions, because `replaceAll` would interpret characters such as `$`.
    forms.reduce((result, form) => result.replaceAll(form(from), () => form(to)), text);
}
