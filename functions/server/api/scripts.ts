/**
 * Scripts at permanent URLs, for pages that cannot follow the content-hashed names of a release,
 * and the files that describe them. Content management systems append parameters to the URL of
 * every script (`?ver=6.5`). They are ignored, because nobody would see an error.
 */
import { assets } from "#generated/assets.ts";
import type { Described } from "../documentation/described.ts";
import { sentFile } from "../http/built-file.ts";
import { noParameters } from "../http/no-parameters.ts";
import type { Route, Routes } from "../http/route.ts";

const javascript = "text/javascript; charset=utf-8";

export const routes: Routes = {
  /** The same file as on our own pages, where its name is a hash of its content. */
  "/v1/widget.js": sentFile({ file: assets.widget.href, contentType: javascript }),
  /** No module, because it also has to run without `type="module"`. */
  "/v1/frame.js": sentFile({ file: assets.frame.href, contentType: javascript }),
  "/v1/element.d.ts": description("/v1/element.d.ts", "text/plain; charset=utf-8"),
  "/v1/custom-elements.json": description(
    "/v1/custom-elements.json",
    "application/json; charset=utf-8",
  ),
};

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
    description: `A module that defines \`<myeloma-compare>\`, exports its class and loads no other script; its tag needs \`type="module"\`. The address stays the same, so no integrity can be given for it. ${passedOver}`,
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
