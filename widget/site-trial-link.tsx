/** A trial's name as a link, in what only the element draws: a view, which the server draws too, is told the site. */
import type { ComponentProps } from "preact";
import { surroundings } from "./page/environment.ts";
import { TrialLink } from "./views/links.tsx";

export function SiteTrialLink(props: Omit<ComponentProps<typeof TrialLink>, "site">) {
  return <TrialLink {...props} site={surroundings.site} />;
}
