/** For our own pages: the HTML has the element with styles and answer; addresses may change. */
import { part } from "../answers/load-part.ts";
import { tellHeight } from "./framed-page.ts";
import { keepOffline } from "./keep-offline.ts";
import { followHistory, served, servedStyles } from "./served-view.ts";
import { siteOf } from "./site-of.ts";
import { spareNothing } from "./spares-data.ts";
import { isOurPage, isStandalone, pushQuestion } from "./standalone-page.ts";
import { setSurroundings } from "./surroundings.ts";

const site = siteOf(import.meta.url);

keepOffline();

setSurroundings({
  styles: servedStyles(),
  served,
  viewMaker: part(async () => (await import("../answers/view-maker.ts")).viewMaker),
  ...(isStandalone(site) ? { follow: followHistory, pushQuestion } : {}),
  ...(isOurPage(site) && window.parent !== window
    ? { follow: () => tellHeight(), recordSystems: recordSystems() }
    : {}),
});

/** As the server says them. */
function recordSystems(): string | undefined {
  const said = document.querySelector("myeloma-compare")?.getAttribute("data-record-systems");
  if (said) spareNothing();
  return said ?? undefined;
}
