/**
 * `/changes`: the newest release of the data, those that corrected a wrong number, and all others by day.
 * It is created by the build and needs no script.
 */
import { releases } from "#data/generated/changes.ts";
import type { DataRelease } from "#data/schema.ts";
import { kitStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { dateText } from "#presentation/words/dates.ts";
import { sitePage } from "../html/site-frame.tsx";
import { Fold } from "../kit/fold.tsx";
import { Heading, Section } from "../kit/heading.tsx";

/** The page is in English only. */
const { changes: words } = catalogue.pages;

export const documents = (): Record<string, string> => ({ "changes.html": changesPage(releases) });

export function changesPage(listed: readonly DataRelease[]): string {
  const [newest, ...older] = listed;
  const days = [...new Set(older.map(({ date }) => date))];
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
        {newest && (
          <section>
            <h2>{words.newest(dateText(newest.date))}</h2>
            <Release {...newest} />
          </section>
        )}
        <Section id="corrections" title={words.corrections}>
          <Corrections of={listed} />
        </Section>
        <Section id="earlier" title={words.earlier}>
          {days.map((day) => {
            const ofDay = older.filter(({ date }) => date === day);
            return (
              <Fold key={day} title={dateText(day)} aside={`${ofDay.length}`}>
                {ofDay.map((release) => (
                  <Release key={release.version} {...release} />
                ))}
              </Fold>
            );
          })}
        </Section>
      </main>
    ),
  });
}

/** Whoever took a number from here needs these. */
function Corrections({ of }: { of: readonly DataRelease[] }) {
  const lines = of.flatMap(({ date, version, corrects }) =>
    corrects ? (
      <li key={version}>
        <a href={`#${version}`}>{dateText(date)}</a>: {words.corrects(corrects)}
      </li>
    ) : (
      []
    ),
  );
  return lines.length === 0 ? <p>{words.noCorrections}</p> : <ul>{lines}</ul>;
}

function Release({ version, what }: DataRelease) {
  return (
    <>
      <h3 id={version}>{words.version(version)}</h3>
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
