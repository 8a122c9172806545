/** Pages that depend on what is asked, or on the day, made on the device as an installation makes them. */
import { withStaleMarks } from "../server/pages/products/stale.ts";
import { answered } from "./answering.ts";
import { type Copy, inCopy, withPlaces } from "./places.ts";

/** For pages that require trusted types, which TypeScript does not know. What is parsed is our own. */
const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML: (html: string) => string },
    ): { createHTML(html: string): string };
  };
};
const policy = trustedTypes?.createPolicy("myeloma-compare", { createHTML: String });

function parsed(html: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}

/**
 * @param asked `/report?setting=late`
 * @param home the address of the copy
 * @returns what puts it in the place of the page
 */
export async function made(asked: string, copy: Copy, home: string): Promise<() => void> {
  const response = await answered(asked, { headers: { accept: "text/html, */*;q=0.1" } });
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  if (!type.startsWith("text/html"))
    return () => showFile(asked, withPlaces(text, copy, home), type);
  const page = parsed(inCopy(text, copy));
  return () => {
    document.title = page.title;
    for (const style of page.querySelectorAll("head style")) document.head.appendChild(style);
    document.body.replaceWith(page.body);
  };
}

/** What is no page can be seen, and saved. */
function showFile(asked: string, text: string, type: string): void {
  const [path = ""] = asked.split("?");
  const name = path.slice(path.lastIndexOf("/") + 1);
  const href = URL.createObjectURL(new Blob([text], { type }));
  const save = Object.assign(document.createElement("a"), {
    href,
    download: type.includes("json") ? `${name.replace(/\.json$/, "")}.json` : name,
    textContent: `Save ${name}`,
  });
  const shown = type.startsWith("image/")
    ? Object.assign(document.createElement("img"), { src: href, alt: name })
    : Object.assign(document.createElement("pre"), { textContent: text });
  document.title = name;
  const line = document.createElement("p");
  line.appendChild(save);
  document.querySelector("main")?.replaceChildren(line, shown);
}

/** What is stale on a page of products depends on the day on which it is read. */
export function markStale(): void {
  const today = new Date().toISOString().slice(0, "2026-11-21".length);
  const main = document.querySelector("main");
  const marked = main && parsed(withStaleMarks(main.outerHTML, today)).querySelector("main");
  if (marked) main.replaceWith(marked);
}
