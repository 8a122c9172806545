/**
 * `/changes`: the history of the data as a page. It is created by the build and needs no script.
 */
import { dataset } from "#core/dataset.ts";
import { releases } from "#data/generated/changes.ts";
import type { DataRelease } from "#data/schema.ts";
import { changesStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Columns } from "../html/parts.tsx";
import { feed, sitePage } from "../html/site-frame.tsx";
import { effectsByPreset, movedRates } from "./effects.ts";

/** The page is in English only. */
const {
  pages: { changes: words },
  screen: en,
} = catalogue;

export const documents = (): Record<string, string> => ({ "changes.html": changesPage(releases) });

export function changesPage(releases: readonly DataRelease[]): string {
  return sitePage({
    title: words.title,
    description: words.description,
    styles: changesStyles,
    feed,
    content: <Page releases={releases} />,
  });
}

function Page({ releases }: { releases: readonly DataRelease[] }) {
  return (
    <main class="page text changes">
      <header>
        <h1>{words.title}</h1>
        {latest(releases).map((sentence) => (
          <p key={sentence} class="lead">
            {sentence}
          </p>
        ))}
        <p class="quiet">{words.numbers}</p>
        <p>
          <a href={feed.href}>{words.feed}</a> · <a href="/v1/changes">{words.json}</a>
        </p>
      </header>
      {releases.map((release, index) => (
        <Release key={release.version} {...release} isFirst={index === releases.length - 1} />
      ))}
    </main>
  );
}

/** What changed last, in three sentences: what a reader sees first, other questions, and why. */
function latest([newest]: readonly DataRelease[]): string[] {
  const [usual] = dataset.presets;
  if (!newest || !usual) return [];
  const moved = movedRates(newest.effect, usual.id).slice(0, mostMoved);
  const others = new Set(newest.effect.map(({ preset }) => preset));
  others.delete(usual.id);
  const date = en.date(newest.date);
  return [
    moved.length > 0 ? words.movedMost(date, moved) : words.notMoved(date),
    words.others(others.size),
    newest.corrects === undefined
      ? words.why(newest.what[0] ?? "")
      : words.corrects(newest.corrects),
  ];
}

const mostMoved = 3;

/** @param isFirst Whether there was nothing before. */
function Release({
  date,
  version,
  what,
  corrects,
  effect,
  isFirst,
}: DataRelease & { isFirst: boolean }) {
  const presets = effectsByPreset(effect);
  return (
    <section id={version}>
      <h2>
        <time dateTime={date}>{en.date(date)}</time>
      </h2>
      <p class="quiet">{words.version(version)}</p>
      {corrects && (
        <p>
          <strong>{words.corrects(corrects)}</strong>
        </p>
      )}
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {presets.length === 0 && !isFirst && <p>{words.noEffect}</p>}
      {presets.length > 0 && (
        <details>
          <summary>{words.tables(presets.length)}</summary>
          {presets.map((preset) => (
            <EffectTable key={preset.id} {...preset} />
          ))}
        </details>
      )}
    </section>
  );
}

function EffectTable({ label, rows }: ReturnType<typeof effectsByPreset>[number]) {
  return (
    <table>
      <caption>{label}</caption>
      <Columns names={[words.outcome, words.before, words.after]} />
      {rows.map(({ outcome, lines }) => (
        <tbody key={outcome}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {outcome}
            </th>
          </tr>
          {lines.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
