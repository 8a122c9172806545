/**
 * Makes `/changes`: the newest release of the data, those that corrected a wrong number, and all others by day. The
 * build makes the page, which needs no script.
 */
import { releases } from "#data/generated/changes.ts";
import type { DataRelease } from "#data/schema.ts";
import { kitStyles } from "#generated/styles.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Fold, Heading, Section } from "../kit/kit.tsx";

export const renderDocuments = (): Record<string, string> => ({
  "changes.html": renderChangesPage(releases),
});

function renderChangesPage(releases: readonly DataRelease[]): string {
  const [newest, ...older] = releases;
  const days = [...new Set(older.map(({ date }) => date))];
  return renderSitePage({
    title: "What changed in the data",
    description: "Every release of the data, and what it changed.",
    styles: kitStyles,
    current: "changes",
    content: (
      <main class="page text">
        <Heading title="What changed in the data">
          <p>
            {newest &&
              `This installation shows the data released on ${formatDate(newest.date)}, which are not withdrawn. `}
            Each release of the data, and what it changed. The same{" "}
            <a href="/v1/changes">as data (JSON)</a>;{" "}
            <a href="/methods#evidence">which date is which</a>.
          </p>
        </Heading>
        {newest && (
          <Section title={`Newest, ${formatDate(newest.date)}`}>
            <Release {...newest} />
          </Section>
        )}
        <Section id="corrections" title="Wrong numbers corrected">
          <Corrections of={releases} />
        </Section>
        <Section id="earlier" title="Earlier, by day">
          {days.map((day) => {
            const ofDay = older.filter(({ date }) => date === day);
            return (
              <Fold key={day} title={formatDate(day)} count={ofDay.length}>
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

/** Lists corrections, for readers who took a number from here. */
function Corrections({ of }: { of: readonly DataRelease[] }) {
  const lines = of.flatMap(({ date, version, corrects }) =>
    corrects ? (
      <li key={version}>
        <a href={`#${version}`}>{formatDate(date)}</a>: all data before were withdrawn. {corrects}
      </li>
    ) : (
      []
    ),
  );
  return lines.length === 0 ? <p>None so far.</p> : <ul>{lines}</ul>;
}

function Release({ version, what }: DataRelease) {
  return (
    <>
      <h3 id={version}>Data version {version}</h3>
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
