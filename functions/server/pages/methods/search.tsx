/** The search as it was made, and how published reviews came to what they pooled, as printed. */
import { collections } from "#data/generated/collections.ts";
import { search } from "#data/generated/search.ts";
import type { Published, Search } from "#data/schema.ts";
import { linkTo } from "#data/source-link.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Fold } from "../kit/fold.tsx";
import { Columns } from "../kit/table.tsx";
import { Outward } from "../kit/text.tsx";

type Collection = Search["collections"][number];
type Flow = NonNullable<Published["flow"]>;
type Yield = Collection["routes"][number]["gave"];

/** The page is in English only. */
const { dateWords } = catalogue.record;

const yields: readonly (readonly [Yield, string])[] = [
  ["figures", "Gave figures"],
  ["part", "Gave part"],
  ["nothing", "Gave nothing"],
];

const printed = collections.published.flatMap(({ citation, doi, flow }) =>
  flow === undefined ? [] : [{ citation, doi, flow }],
);

export function SearchAsMade() {
  return (
    <>
      <p>{search.statement}</p>
      <Fold title="Where it looked, and what that gave" count={search.collections.length}>
        <dl>
          {search.collections.map((one) => (
            <div key={one.name}>
              <dt>
                {one.name}, {datesOf(one)}
              </dt>
              <dd>
                {one.aim}. {lookUps(one)}
                {one.note !== null && ` ${one.note}.`}
                {routesOf(one).map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Fold>
      <Fold title="Published reviews: from records to studies" count={printed.length}>
        <p>
          As printed by {printed.length} of {collections.published.length}; of the others no such
          numbers were seen.
        </p>
        <table>
          <Columns names={["Records found", "Screened", "Publications kept", "Studies pooled"]} />
          {printed.map(({ citation, doi, flow }) => (
            <tbody key={citation}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  <Outward href={linkTo({ doi, pmid: null })} text={citation} />
                </th>
              </tr>
              <Steps {...flow} />
            </tbody>
          ))}
        </table>
      </Fold>
    </>
  );
}

function datesOf({ from, to }: Collection): string {
  if (from === to) return dateWords(to);
  return from === null ? `up to ${dateWords(to)}` : `${dateWords(from)} to ${dateWords(to)}`;
}

function lookUps({ lookUps: count, words }: Collection): string {
  const counted =
    count === null ? "The number of look-ups was not kept" : `About ${count} look-ups`;
  return words === null
    ? `${counted}; their words were not kept.`
    : `${counted}: ${words.join("; ")}.`;
}

function routesOf({ routes }: Collection): string[] {
  return yields.flatMap(([gave, words]) => {
    const own = routes.filter((route) => route.gave === gave);
    const texts = own.map(({ route, remark }) => (remark ? `${route} (${remark})` : route));
    return texts.length > 0 ? `${words}: ${texts.join("; ")}.` : [];
  });
}

function Steps({ identified, screened, publications, studies, locator }: Flow) {
  return (
    <>
      <tr>
        {[identified, screened, publications, studies].map((count, index) => (
          <td key={String(index)}>{count ?? "not seen"}</td>
        ))}
      </tr>
      <tr class="basis">
        <td colSpan={4}>{locator}.</td>
      </tr>
    </>
  );
}
