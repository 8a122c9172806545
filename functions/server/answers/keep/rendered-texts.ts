/**
 * Serves the texts that readers see first, to the questions that the build answers, from files of the build, so that no
 * answer is read, and nothing rendered. Each file begins with the `ETag` of its text, which names data, release and
 * form: a text of another build or of another question is none. No text depends on the day.
 */
import type { Context } from "hono";
import { makeLruCacheByTotalSize } from "#core/cache/memo.ts";
import { questions } from "#data/generated/precomputed.ts";
import { makeEmbedAddress } from "#presentation/embed/snippets.ts";
import { makeViewAddress } from "#presentation/views/format.ts";
import { makeOriginPlaceholderReplacer } from "#presentation/words/html.ts";
import { limitWait } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { gunzip } from "../../http/negotiation.ts";
import { makeQuestionFileName, readPrecomputedFile } from "./precomputed-files.ts";

interface RenderedText {
  /** Is the name of the file, without the folder and the ending. */
  file: string;
  /** The build asks for the text at this path, with these headers. */
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * Holds the texts by what their `ETag` says besides versions and the address of the site: a frame and a screen of every
 * question that the build answers and of the course, and the two pages that a reader opens without a question.
 */
export const renderedTexts: Readonly<Record<string, RenderedText>> = {
  "/embed?;html;alone": {
    file: "embed-alone",
    path: "/embed",
    headers: { "sec-fetch-dest": "document" },
  },
  "/;html": { file: "home", path: "/", headers: {} },
  ...Object.fromEntries(
    [...questions, "view=course"].flatMap((question) => [
      [
        `/embed?${question};html`,
        describeTextOfQuestion("embed", makeEmbedAddress("", question), question),
      ],
      [
        `screen?${question};json`,
        describeTextOfQuestion("screen", makeViewAddress("/v1/screen", question), question),
      ],
    ]),
  ),
};

function describeTextOfQuestion(folder: string, path: string, question: string): RenderedText {
  return { file: `${folder}/${makeQuestionFileName(question)}`, path, headers: {} };
}

export const renderedFolder = "/v1/rendered";

/** Returns where the build writes a text, gzipped and below `dist/`. */
export function makeRenderedTextPath(file: string): string {
  return `${renderedFolder}/${file}.gz`;
}

/**
 * Returns the content of a file.
 *
 * @param tag The `ETag` of the text without the address of the site.
 */
export function makeRenderedFileContent(tag: string, text: string): string {
  return `${tag}\n${text}`;
}

/** The texts in memory have at most this many characters: about forty frames. */
const mostCharacters = 2_500_000;

/** Holds the texts that were read last, with the address that stands for any installation, by their tags. */
const memory = makeLruCacheByTotalSize<string>(mostCharacters, ({ length }) => length);

interface RequestedText {
  /** Is the key of {@link renderedTexts}. */
  name: string;
  /** Is the `ETag` of the text without the address of the site. */
  tag: string;
  /** The address of this installation, if the text contains it. */
  site: string;
}

/** Returns the text and where it was found; `null` if the build has not rendered it. */
export async function readRenderedText(
  context: Context<HonoEnvironment>,
  { name, tag, site }: RequestedText,
): Promise<{ body: string; whence: "memo" | "precomputed" } | null> {
  const rendered = Object.hasOwn(renderedTexts, name) ? renderedTexts[name] : undefined;
  if (rendered === undefined) return null;
  const insertSite = makeOriginPlaceholderReplacer(site);
  const held = memory.get(tag);
  if (held !== undefined) return { body: insertSite(held), whence: "memo" };
  const text = await readTextIfTagMatches(context, makeRenderedTextPath(rendered.file), tag);
  if (text === null) return null;
  memory.set(tag, text);
  return { body: insertSite(text), whence: "precomputed" };
}

/** Returns the text of a file; `null` if the file is missing, cannot be read, or has another tag. */
async function readTextIfTagMatches(
  context: Context<HonoEnvironment>,
  path: string,
  tag: string,
): Promise<string | null> {
  const file = await readPrecomputedFile(context, path);
  if (file === null) return null;
  try {
    const content = await limitWait(new Response(gunzip(file)).text());
    const start = makeRenderedFileContent(tag, "");
    return content.startsWith(start) ? content.slice(start.length) : null;
  } catch {
    return null;
  }
}
