/**
 * Serves scripts at permanent URLs, for pages that cannot follow the content-hashed names of a release, and the files
 * that describe these scripts. Content management systems append parameters to the URL of every script (`?ver=6.5`).
 * The parameters are ignored, because nobody would see an error.
 */

import { assets } from "#generated/assets.ts";
import * as withQuestion from "../documentation/element-attributes.ts";
import { namesFiles } from "../http/conditional.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

/** Serves the file that our own pages load under a content-hashed name. */
export const widgetScript = makeResource({
  path: "/v1/widget.js",
  file: assets.widget.href,
  form: "script",
  anyParameters: true,
  cacheControl: namesFiles,
});

/** This script is not a module, because it also has to run without `type="module"`. */
export const frameScript = makeResource({
  path: "/v1/frame.js",
  file: assets.frame.href,
  form: "script",
  anyParameters: true,
});

const types = "/v1/element.d.ts";
export const elementTypes = makeResource({ path: types, file: types, form: "text" });

const manifest = "/v1/custom-elements.json";
export const elementManifest = makeResource({ path: manifest, file: manifest, form: "json" });

const passedOver = "Parameters, such as the `?ver=` that content systems append, are passed over.";

export const listOperationDescriptions = () => [
  makeOperationDescription(widgetScript, {
    id: "getWidget",
    example: "/v1/widget.js?ver=6.5",
    tag: "Service",
    summary: "The element as a script",
    description: `A module that defines \`<myeloma-compare>\`, exports its class and, for a patient, loads one more script of this service; its tag needs \`type="module"\`. The address stays the same, so no integrity can be given for it; the script of one release, as \`/build\` names it, has one. ${passedOver}`,
  }),
  makeOperationDescription(frameScript, {
    id: "getFrameScript",
    example: "/v1/frame.js?ver=6.5",
    tag: "Service",
    summary: "The height of frames as a script",
    description: `Gives every \`<iframe data-myeloma-compare>\` of a page the height of its content. Less than 1 kB, without names of its own. ${passedOver}`,
  }),
  makeOperationDescription(elementTypes, {
    id: "getElementTypes",
    tag: "Service",
    summary: "The element for TypeScript",
    description: "Types of the class, its events and its attributes in JSX.",
    example: types,
    make: (_, { read }) => withQuestion.addTypeAttributes(read("widget/element.d.ts")),
  }),
  makeOperationDescription(elementManifest, {
    id: "getElementManifest",
    tag: "Service",
    summary: "The element described for tools",
    description:
      "Attributes, properties, events, slots, parts and custom properties, as a custom elements manifest.",
    schema: "object",
    example: manifest,
    make: (_, { read }) => withQuestion.addManifestAttributes(read("widget/custom-elements.json")),
  }),
];
