/**
 * Turns a page of an installation into a page of a copy. It takes only the main part, because a copy has its own frame.
 */

import { pages } from "#server/site.ts";
import type { CopyAddress } from "./address.ts";
import { answerOnDevice } from "./answers.ts";
import { type Copy, describeCopyDataAge } from "./guard.ts";

export interface Page {
  title: string;
  /** Lists the styles of this page alone, which not every page has. */
  styles: readonly HTMLStyleElement[];
  main: HTMLElement;
}

export async function loadCopyPage(address: CopyAddress, copy: Copy): Promise<Page> {
  const response = isInstallationNeeded(address)
    ? null
    : await answerOnDevice(address.path, "text/html, */*;q=0.1");
  if (!response) return makeNotInCopyPage(address, copy);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  const page = await (isPage
    ? parsePageResponse(response, address)
    : makeFilePage(response, address));
  const age = describeCopyDataAge(copy);
  if (age !== null && !page.main.querySelector("myeloma-compare")) {
    page.main.insertAdjacentElement("afterbegin", makeRoleParagraph("note", age));
  }
  return page;
}

/**
 * Tells whether a page needs an installation. Pages of an installation about itself do, because the app would make them
 * as if the copy were one.
 */
function isInstallationNeeded({ pathname }: CopyAddress): boolean {
  return pages.some(({ path, offline }) => path === pathname && offline === undefined);
}

/** A page may require trusted types, which TypeScript does not know. The parsed text is our own. */
const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML: (html: string) => string },
    ): { createHTML(html: string): string };
  };
};
const policy = trustedTypes?.createPolicy("myeloma-compare", { createHTML: String });

async function parsePageResponse(response: Response, { path }: CopyAddress): Promise<Page> {
  const html = await response.text();
  const page = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
  const main = page.querySelector("main") ?? page.createElement("main");
  // Absolute addresses of the installation were already replaced in the text.
  for (const link of main.querySelectorAll('a[href^="/"], a[href^="#"]')) {
    const href = link.getAttribute("href") ?? "";
    link.setAttribute("href", `#${href.startsWith("#") ? path : ""}${href}`);
  }
  const [, ...styles] = page.head.querySelectorAll("style");
  return { title: page.title, styles, main };
}

/** Makes a page for a response that is not a page: the response is shown and can be saved. */
async function makeFilePage(response: Response, { pathname }: CopyAddress): Promise<Page> {
  const disposition = response.headers.get("content-disposition") ?? "";
  const [, statedName] = /filename="([^"]+)"/.exec(disposition) ?? [];
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  // An address of an installation without an extension returns JSON.
  const name = statedName ?? (last.includes(".") ? last : `${last}.json`);
  const blob = await response.blob();
  const href = URL.createObjectURL(blob);
  const save = makeElement("a", { href, download: name, textContent: `Save ${name}` });
  const line = makeElement("p", {});
  line.appendChild(save);
  // A scrolling box must be reachable by keyboard.
  const box = makeElement("pre", { tabIndex: 0 });
  if (blob.type.startsWith("image/")) box.appendChild(makeElement("img", { src: href, alt: name }));
  else box.textContent = await blob.text();
  return makeTextPage(name, line, box);
}

function makeNotInCopyPage({ path }: CopyAddress, { recallFrom }: Copy): Page {
  const page = makeTextPage(
    "Not in this copy",
    makeElement("p", {
      textContent: "This page needs a connection to an installation of Myeloma Compare.",
    }),
  );
  if (recallFrom !== null) {
    const href = recallFrom + path;
    const addressLine = makeElement("p", { textContent: "It is at " });
    const out = { target: "_blank", rel: "noreferrer" };
    addressLine.appendChild(makeElement("a", { href, textContent: href, ...out }));
    page.main.appendChild(addressLine);
  }
  return page;
}

function makeTextPage(title: string, ...content: readonly HTMLElement[]): Page {
  const main = makeElement("main", { className: "page text wide" });
  for (const part of [makeElement("h1", { textContent: title }), ...content])
    main.appendChild(part);
  return { title, styles: [], main };
}

export function makeRoleParagraph(role: "note" | "alert", textContent: string): HTMLElement {
  const element = makeElement("p", { className: "kept", textContent });
  element.setAttribute("role", role);
  return element;
}

function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
