/**
 * Draws a trial's name as a link in parts that only the element draws. Views, which the server draws too, get the site
 * as a property.
 */
import type { ComponentProps } from "preact";
import { surroundings } from "./page/environment.ts";
import { TrialLink } from "./views/links.tsx";

export function SiteTrialLink(props: Omit<ComponentProps<typeof TrialLink>, "site">) {
  return <TrialLink {...props} site={surroundings.site} />;
}
