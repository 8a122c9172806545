/** `/changes`: the releases of the data, newest first. It is created by the build and needs no script. */
import { releases } from "#data/generated/changes.ts";
import type { DataRelease } from "#data/schema.ts";
import { kitStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Heading, Section } from "../kit/heading.tsx";

/** The page is in English only. */
const {
  pages: { changes: words },
  screen: en,
} = catalogue;

export const documents = (): Record<string, string> => ({ "changes.html": changesPage(releases) });

export function changesPage(listed: readonly DataRelease[]): string {
  return sitePage({
    title: words.title,
    description: words.description,
    styles: kitStyles,
    content: (
      <main class="page text">
        <Heading title={words.title}>
          <p>
            <a href="/v1/changes">{words.json}</a>
          </p>
        </Heading>
        {listed.map((release) => (
          <Release key={release.version} {...release} />
        ))}
      </main>
    ),
  });
}

function Release({ date, version, what, corrects }: DataRelease) {
  return (
    <Section id={version} title={en.date(date)}>
      <p class="quiet">{words.version(version)}</p>
      {corrects && (
        <p>
          <strong>{words.corrects(corrects)}</strong>
        </p>
      )}
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Section>
  );
}
