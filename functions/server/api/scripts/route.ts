/**
 * Scripts at addresses that stay the same whatever the files of a release are called, for pages that
 * cannot follow their names; and what describes them. Content systems append parameters to the address of
 * every script (`?ver=6.5`): a script passes them over, as it has nobody to tell of them.
 */
import { Hono } from "hono";
import { assets } from "#widget/generated/assets.ts";
import { builtFile } from "../../http/built-file.ts";
import { entityTag } from "../../http/conditional.ts";
import { constantText } from "../../http/constant-text.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";
import type { Asset } from "../../pages/html/asset.ts";

const javascript = "text/javascript; charset=utf-8";

/** `GET /v1/widget.js` registers the element. */
const widgetScript = pointerTo("widget.js", assets.widget);

/** `GET /v1/element.js` is its class alone. */
const elementScript = pointerTo("element.js", assets.element);

/** `GET /v1/frame.js` gives frames the height of their content. Itself, not a pointer: it also runs without `type`. */
const frameScript = script(assets.frame.href);

const clientScript = script("/v1/client.js");
const elementTypes = description("/v1/element.d.ts", "text/plain; charset=utf-8");
const elementManifest = description("/v1/custom-elements.json", "application/json; charset=utf-8");

export const routes = {
  "/v1/client.js": clientScript,
  "/v1/custom-elements.json": elementManifest,
  "/v1/element.d.ts": elementTypes,
  "/v1/element.js": elementScript,
  "/v1/frame.js": frameScript,
  "/v1/widget.js": widgetScript,
};

/** The script itself is loaded from its own address, which a browser keeps for good. */
function pointerTo(name: string, { href, integrity }: Asset) {
  const text = `export * from "${href}";\n`;
  const etag = entityTag(integrity, name, "js");
  return new Hono<HonoEnvironment>().get(
    "/",
    constantText({ text, contentType: javascript, etag }),
  );
}

function script(file: string) {
  return new Hono<HonoEnvironment>().get("/", (context) =>
    builtFile(context, { file, contentType: javascript }),
  );
}

function description(file: string, contentType: string) {
  return new Hono<HonoEnvironment>()
    .use(noParameters)
    .get("/", (context) => builtFile(context, { file, contentType }));
}
