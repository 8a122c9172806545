/**
 * Keeps what a release sent: the script of its element, which stays served for the two releases after it, and a few
 * answers, which tests give to the element of the next release.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeViewAddress, viewFormat } from "#presentation/views/format.ts";
import { chooseBuildFolder } from "../files.ts";
import { releasesFolder } from "./scripts.ts";

/** This many releases before the present one are kept. */
const mostKept = 2;

/** `refused` stands for every other address of a view. */
const recorded = {
  [makeViewAddress("/v1/screen", "")]: makeViewAddress("/v1/screen", ""),
  [makeViewAddress("/v1/screen", "lines=1")]: makeViewAddress("/v1/screen", "lines=1"),
  "/healthz": "/healthz",
  refused: `/v1/screen?format=${viewFormat + 1}`,
};

/** Writes the folder of the release that was built, and deletes those that are too old. */
export async function recordRelease(version: string): Promise<void> {
  const { assets } = await import("#generated/assets.ts");
  const { startServer } = await import("../serve/serve.ts");
  const dist = join(chooseBuildFolder(), "dist");
  const folder = join(releasesFolder, version);
  mkdirSync(join(folder, "assets"), { recursive: true });
  cpSync(join(dist, assets.widget.href), join(folder, "widget.js"));
  cpSync(join(dist, assets.patientView.href), join(folder, assets.patientView.href));
  const server = await startServer();
  const answers = await Promise.all(
    Object.entries(recorded).map(async ([name, path]) => {
      const response = await server.fetch(path);
      const type = response.headers.get("content-type");
      return [name, { status: response.status, type, body: await response.json() }] as const;
    }),
  );
  await server.dispose();
  writeFileSync(join(folder, "answers.json"), `${JSON.stringify(Object.fromEntries(answers))}\n`);
  for (const old of listReleases().slice(0, -mostKept))
    rmSync(join(releasesFolder, old), { recursive: true });
}

/** Returns the versions that are kept, the newest last. */
function listReleases(): string[] {
  return readdirSync(releasesFolder).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
