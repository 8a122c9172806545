/**
 * Scripts at permanent URLs, for pages that cannot follow the content-hashed names of a release,
 * and the files that describe them. Content management systems append parameters to the URL of
 * every script (`?ver=6.5`). They are ignored, because nobody would see an error.
 */
import { assets } from "#generated/assets.ts";
import type { Described } from "../documentation/described.ts";
import { sentFile } from "../http/built-file.ts";
import { constantText, entityTag } from "../http/conditional.ts";
import { noParameters } from "../http/no-parameters.ts";
import type { Answer, Route, Routes } from "../http/route.ts";
import { siteOf } from "../http/site.ts";
import type { Asset } from "../pages/html/asset.ts";

const javascript = "text/javascript; charset=utf-8";

export const routes: Routes = {
  /** Registers the element. */
  "/v1/widget.js": pointerTo("widget.js", assets.widget, importing),
  /** Exports its class and registers nothing. */
  "/v1/element.js": pointerTo("element.js", assets.element, exporting),
  /** Not a re-export, because it also has to run without `type="module"`. */
  "/v1/frame.js": sentFile({ file: assets.frame.href, contentType: javascript }),
  "/v1/element.d.ts": description("/v1/element.d.ts", "text/plain; charset=utf-8"),
  "/v1/custom-elements.json": description(
    "/v1/custom-elements.json",
    "application/json; charset=utf-8",
  ),
};

/**
 * Has no exports, so that it also runs from a tag that lacks `type="module"`. Without `crossorigin`
 * such a script does not know where it came from, and needs the whole address. The other one is relative,
 * because the installation may have a base path.
 */
function importing(href: string, site: string): string {
  return `import("..${href}").catch(() => import("${site}${href}"));\n`;
}

function exporting(href: string): string {
  return `export * from "..${href}";\n`;
}

/** Leads to the script at its content-hashed URL, which browsers cache forever. */
function pointerTo(
  name: string,
  { href, integrity }: Asset,
  leading: (href: string, site: string) => string,
): Answer {
  const etag = entityTag(integrity, name, "js");
  return (context) => {
    const text = leading(href, siteOf(context));
    return constantText({ text, contentType: javascript, etag })(context);
  };
}

function description(file: string, contentType: string): Route {
  return [noParameters, sentFile({ file, contentType })];
}

/** Content management systems append parameters to the URL of every script. */
const script = { validated: false, texts: ["text/javascript"] } as const;

const passedOver = "Parameters, such as the `?ver=` that content systems append, are passed over.";

export const operations = (): readonly Described[] => [
  {
    ...script,
    id: "getWidget",
    path: "/v1/widget.js",
    tag: "Service",
    summary: "The element as a script",
    description: `Loads the script of this release and defines \`<myeloma-compare>\`, with or without \`type="module"\` on its tag. The address stays the same, so no integrity can be given for it. ${passedOver}`,
  },
  {
    ...script,
    id: "getElement",
    path: "/v1/element.js",
    tag: "Service",
    summary: "The class of the element as a module",
    description: `Exports \`MyelomaCompare\` and registers nothing: for a page that defines the element under a name of its own, or extends it. ${passedOver}`,
  },
  {
    ...script,
    id: "getFrameScript",
    path: "/v1/frame.js",
    tag: "Service",
    summary: "The height of frames as a script",
    description: `Gives every \`<iframe data-myeloma-compare>\` of a page the height of its content. Less than 1 kB, without names of its own. ${passedOver}`,
  },
  {
    id: "getElementTypes",
    path: "/v1/element.d.ts",
    tag: "Service",
    summary: "The element for TypeScript",
    description: "Types of the class, its events and its attributes in JSX.",
    texts: ["text/plain"],
  },
  {
    id: "getElementManifest",
    path: "/v1/custom-elements.json",
    tag: "Service",
    summary: "The element described for tools",
    description:
      "Attributes, properties, events, slots, parts and custom properties, as a custom elements manifest.",
    json: "object",
  },
];
