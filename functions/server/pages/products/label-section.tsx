/** The label of a product: the United States and the European Union at once, other regions folded. */
import { Fragment } from "preact";
import { partialDateText } from "#presentation/words/partial-date.ts";
import { shortRegion } from "#presentation/words/regions.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { Citations } from "./fact-lines.tsx";
import { lowConfidence, type ProductFacts } from "./facts.ts";
import { type LabelLine, type LabelPlace, labelLines } from "./label.ts";

interface Props {
  product: ProductFacts;
}

const first: ReadonlySet<string> = new Set(["us", "eu"]);

export function LabelSection({ product }: Props) {
  const inFirst = usFirst(labelLines(product, (region) => first.has(region)));
  const inOthers = labelLines(product, (region) => !first.has(region));
  const regions = new Set(inOthers.flatMap(({ places }) => places.map(({ region }) => region)));
  const isFolded = inFirst.length > 0 && inOthers.length > 0;
  return (
    <Section id="label" title="On the label">
      {inFirst.length + inOthers.length === 0 && (
        <p class="unknown">No label found in our sources.</p>
      )}
      <LabelList lines={isFolded ? inFirst : [...inFirst, ...inOthers]} product={product} />
      {isFolded && (
        <Fold title={[...regions].map(shortRegion).join(", ")}>
          <LabelList lines={inOthers} product={product} />
        </Fold>
      )}
    </Section>
  );
}

/** What a region asks for stands together. */
function usFirst(lines: readonly LabelLine[]): LabelLine[] {
  const isOfUs = ({ places }: LabelLine) => places.some(({ region }) => region === "us");
  return [...lines.filter(isOfUs), ...lines.filter((line) => !isOfUs(line))];
}

function LabelList({ lines, product }: Props & { lines: readonly LabelLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl class="label">
      {lines.map(({ status, lines: after, asks, places }) => (
        <div key={after + asks}>
          <dt>{[...new Set(places.map(({ region }) => shortRegion(region)))].join(", ")}</dt>
          <dd>
            {after}
            <small>
              {asks !== "" && `${capitalised(asks)}. `}
              {places.map((place, index) => (
                <Fragment key={place.region}>
                  {index > 0 && "; "}
                  {placeText(place, places.length > 1, status)}
                  <Citations sources={place.sources.slice(0, 2)} product={product} />
                </Fragment>
              ))}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** "EU since 22 Apr 2024"; without its region where the line has no other. */
function placeText(
  { region, date, isUnsure }: LabelPlace,
  isNamed: boolean,
  status: LabelLine["status"],
): string {
  const since = status === "approved" ? "since " : "";
  const texts = [
    isNamed ? shortRegion(region) : "",
    date === null ? "" : `${since}${partialDateText(date)}`,
    isUnsure ? `(${lowConfidence})` : "",
  ];
  const text = texts.filter((part) => part !== "").join(" ");
  return isNamed ? text : capitalised(text);
}
