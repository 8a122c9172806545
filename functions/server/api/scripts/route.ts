/**
 * Scripts at permanent URLs, for pages that cannot follow the content-hashed names of a release,
 * and the files that describe them. Content management systems append parameters to the URL of
 * every script (`?ver=6.5`). They are ignored, because nobody would see an error.
 */
import { Hono } from "hono";
import { assets } from "#generated/assets.ts";
import { builtFile } from "../../http/built-file.ts";
import { entityTag } from "../../http/conditional.ts";
import { constantText } from "../../http/constant-text.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { siteOf } from "../../http/site.ts";
import type { Asset } from "../../pages/html/asset.ts";

const javascript = "text/javascript; charset=utf-8";

/** `GET /v1/widget.js` registers the element. */
const widgetScript = pointerTo("widget.js", assets.widget, importing);

/** `GET /v1/element.js` exports its class and registers nothing. */
const elementScript = pointerTo("element.js", assets.element, exporting);

/**
 * `GET /v1/frame.js` adjusts the height of frames to their content. This is the script itself and
 * not a re-export, because it also has to run without `type="module"`.
 */
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
) {
  const etag = entityTag(integrity, name, "js");
  return new Hono<HonoEnvironment>().get("/", (context) => {
    const text = leading(href, siteOf(context));
    return constantText({ text, contentType: javascript, etag })(context);
  });
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
