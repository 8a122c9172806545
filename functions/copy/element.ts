/** The element on a page of a copy. It is given everything here, and asks nobody. */
import { options } from "preact";
import { viewMaker } from "#widget/answers/view-maker.ts";
import { tellHeight } from "#widget/page/framed-page.ts";
import { followHistory, fromAddress, served, servedStyles } from "#widget/page/served-view.ts";
import { spareNothing } from "#widget/page/spares-data.ts";
import { pushQuestion } from "#widget/page/standalone-page.ts";
import { setSurroundings } from "#widget/page/surroundings.ts";
import { type Copy, installation, placeOf, withPlaces } from "./places.ts";

export async function begin(copy: Copy, home: string): Promise<void> {
  const kept = document.querySelector("myeloma-compare[data-kept]");
  fromAddress(kept);
  // The age of the data is said by a part that would otherwise wait.
  spareNothing();
  setSurroundings({
    styles: servedStyles(),
    served,
    viewMaker: async () => viewMaker,
    engine: () => import("#widget/answers/engine/engine.ts"),
    placed: (address) => withPlaces(address, copy, home),
    ...(kept && window.top === window ? { follow: followHistory, pushQuestion } : {}),
    ...(kept && window.parent !== window ? { follow: () => tellHeight() } : {}),
  });
  leadInto(copy);
  await import("#widget/registered.ts");
}

/** Every link that the element draws to its installation leads to its place in the copy. */
function leadInto(copy: Copy): void {
  const { vnode } = options;
  options.vnode = (node) => {
    const props = node.props as { href?: unknown };
    if (typeof props.href === "string" && props.href.startsWith(`${installation}/`)) {
      props.href = placeOf(props.href.slice(installation.length), copy) ?? undefined;
    }
    vnode?.(node);
  };
}
