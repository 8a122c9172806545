/**
 * The script of a copy without a server (`npm run export`): on each page it says how old the data are, and does on
 * the device what a server would do.
 */
import { guard, isHidden, sayAge } from "./guard.ts";
import { askedIn, type Copy, installation, withPlaces } from "./places.ts";

/** Inserted by the export. */
declare const COPY: Copy;

/** The address of the copy: a folder, or the file that is all of it. */
const home = ((script) => (script ? new URL("..", script.src).href : location.href))(
  document.querySelector<HTMLScriptElement>("script[src]"),
);
const whole = () => import("./whole.ts");

answerHere();
guard(COPY);
if (!isHidden()) void begin();

/** What a page would ask a server is answered here; an installation, where one is named, says what was withdrawn. */
function answerHere(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input;
    const { href, origin, pathname, search } = new URL(address, location.href);
    const path = origin === installation ? href.slice(installation.length) : askedIn(search);
    if (path === null) return fetch(input, init);
    if (pathname !== "/healthz") return (await whole()).answered(path, init);
    return COPY.recallFrom === null
      ? Response.json({ recalledDataVersions: [], recallReason: null })
      : fetch(`${COPY.recallFrom}/recall.json`, init);
  };
}

async function begin(): Promise<void> {
  const asked = askedIn(location.search);
  if (asked !== null) {
    const put = await (await whole()).made(asked, COPY, home);
    if (isHidden()) return;
    put();
  } else if (document.querySelector("myeloma-compare")) await (await whole()).begin(COPY, home);
  else if (document.querySelector("time.as-of")) (await whole()).markStale();
  sayAge(COPY);
  namePlaces();
  if (document.querySelector("a.plot, a[data-by]")) (await whole()).addTools();
  // What was made was not there when the browser looked for it.
  if (asked !== null) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** Which address a copy has, nobody knows when it is made. */
function namePlaces(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.nodeValue?.includes(installation)) continue;
    node.nodeValue = withPlaces(node.nodeValue, COPY, home);
  }
}
