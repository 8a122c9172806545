/** Earlier releases, as `npm run release` recorded them: the script of the element, and what its service answered. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { inject } from "vitest";
import { listen } from "../../support/listen.ts";

const folder = join(import.meta.dirname, "../../../widget/releases");

/** The versions of earlier releases, the newest last. */
export const earlierReleases = readdirSync(folder).sort();

interface Recorded {
  status: number;
  type: string;
  body: unknown;
}

/** The release that answers: an earlier one, or that of this build. */
export type Answering = string | "present";

/**
 * An installation that is upgraded, or goes back, while its pages stay open. The script of the element can be of another
 * release than the answers, as where a cache kept it.
 */
export async function startInstallation(answering: Answering, script: Answering = answering) {
  const installation = { answering, script };
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const isScript = /\.js($|\?)/.test(path);
    const release = isScript ? installation.script : installation.answering;
    const { status, type, body } =
      release === "present" ? await askPresent(path) : askEarlier(release, path, isScript);
    const headers = { "content-type": type, "access-control-allow-origin": "*" };
    response.writeHead(status, { ...headers, "cache-control": "no-store" }).end(body);
  });
  const { origin, close } = await listen(server);
  return Object.assign(installation, { origin, close });
}

async function askPresent(path: string) {
  const response = await fetch(inject("serverUrl") + path);
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, body: Buffer.from(await response.arrayBuffer()) };
}

function askEarlier(version: string, path: string, isScript: boolean) {
  if (isScript) {
    const file = path.startsWith("/assets/") ? path : "/widget.js";
    return {
      status: 200,
      type: "text/javascript",
      body: readFileSync(join(folder, version, file)),
    };
  }
  const answers: Record<string, Recorded> = JSON.parse(
    readFileSync(join(folder, version, "answers.json"), "utf8"),
  );
  const { body, ...answer } = answers[path] ??
    answers.refused ?? { status: 404, type: "", body: "" };
  return { ...answer, body: JSON.stringify(body) };
}
