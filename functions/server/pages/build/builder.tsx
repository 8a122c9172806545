/**
 * The form that creates snippets to copy for the question of the preview. Without a script the form
 * is hidden, and the snippets for the default question can be copied by hand.
 */
import type { ComponentChildren } from "preact";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { offered } from "#data/generated/sheet-data.ts";
import { themes } from "#presentation/screen/appearance.ts";
import {
  type Installation,
  type Snippets,
  snippetsOf,
  usualChoice,
} from "#presentation/screen/snippets.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { dataDate } from "../../answers/link-date.ts";

const themeNames = {
  auto: "as the page around",
  light: "light",
  dark: "dark",
  system: "as the reader’s system",
} as const;

const regions = catalogue.sheets.parameters.availability.values ?? {};

/** In pixels. A size outside these limits is probably a mistake. */
const sizes = { width: { min: 240, max: 2000 }, height: { min: 240, max: 4000 } };

type Option = readonly [value: string, text: string];

interface BuilderProps {
  origin: string;
  /** The scripts that the snippets load: that of the element and that for frames. */
  scripts: Readonly<Record<"element" | "frame", Installation["script"]>>;
}

/** In the order of the page. */
const shown: readonly (readonly [id: keyof Snippets, title: string, about: ComponentChildren])[] = [
  [
    "script",
    "As an element",
    "As high as its content. The hash in the tag lets a browser refuse a changed script. The link inside is seen where scripts are refused, and until this one has run.",
  ],
  [
    "frame",
    "As a frame",
    "The numbers are in its HTML. The script gives it the height of its content; with a height set above it needs no script, and scrolls.",
  ],
  [
    "react",
    "In React",
    <>
      React 19. For Next, Vue, Svelte and Angular see{" "}
      <a href="/docs/integrators#in-a-framework">the guide to embedding</a>.
    </>,
  ],
  [
    "wordpress",
    "In WordPress",
    "A Custom HTML block. If you may not save unfiltered HTML in WordPress, paste the link alone on a line, as on every site that embeds by address (oEmbed).",
  ],
  [
    "link",
    "As a link",
    "For a message or a slide; opened on a phone it can be put on the home screen. It names the version of the data: after a later release the page says what changed.",
  ],
];

/** What the preview shows, and how it stands on the page; works with a script only. */
export function Settings({ element, frame }: BuilderProps["scripts"]) {
  return (
    <form
      id="builder"
      hidden
      data-element-href={element.href}
      data-element-integrity={element.integrity}
      data-frame-href={frame.href}
      data-frame-integrity={frame.integrity}
      data-date={dataDate}
    >
      <Select
        name="availability"
        label="Products approved in"
        options={offered.availability.map(({ value }) => [value, regions[value] ?? value])}
      />
      <Select
        name="question"
        label="Question"
        options={dataset.presets.map(({ label, query }) => [canonicalQuery(query, dataset), label])}
        other
      />
      <Select name="outcome" label="Outcomes" options={outcomes} other />
      <Select
        name="theme"
        label="Colours"
        options={themes.map((theme) => [theme, themeNames[theme]])}
      />
      <Size name="width" label="Width of a frame" placeholder="full width" />
      <Size name="height" label="Height of a frame" placeholder="fits its content" />
      <Select
        name="light"
        label="Element, shown before its script loads"
        options={[
          ["link", "a link"],
          ["picture", "a link and the picture"],
        ]}
      />
      <p class="said" role="alert" />
    </form>
  );
}

const outcomes: readonly Option[] = [
  ["summary", "Summary of benefit and harm"],
  ...[...new Set(dataset.outcomes.map(({ group }) => group))].map(
    (group): Option => [group, `All of ${group}`],
  ),
  ...dataset.outcomes.map(({ id, label }): Option => [id, `Only ${label}`]),
];

interface SelectProps {
  name: string;
  label: string;
  options: readonly Option[];
  /** Whether the preview can have a choice that is not among them. */
  other?: true;
}

function Select({ name, label, options, other }: SelectProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
        {other && (
          <option value="other" disabled>
            As set below
          </option>
        )}
      </select>
    </label>
  );
}

export function SnippetsToCopy({ origin, scripts }: BuilderProps) {
  const texts = snippetsOf(origin, scripts, { ...usualChoice, dataDate });
  return (
    <section aria-labelledby="copy" class="snippets">
      <h2 id="copy">Copy it</h2>
      {shown.map(([id, title, about]) => (
        <Snippet key={id} id={id} title={title} about={about} text={texts[id]} />
      ))}
      <figure class="code">
        <img
          id="code"
          src="/qr.svg"
          alt="QR code with the address of this comparison"
          width="180"
          height="180"
        />
        <figcaption>
          <strong>For the bedside</strong>
          <span>The same question for a phone’s camera.</span>
          <a id="code-file" href="/qr.svg" download="myeloma-compare-qr.svg">
            Save the code (SVG)
          </a>
        </figcaption>
      </figure>
    </section>
  );
}

interface SizeProps {
  name: "width" | "height";
  label: string;
  placeholder: string;
}

function Size({ name, label, placeholder }: SizeProps) {
  const { min, max } = sizes[name];
  const allowed = `${label}: a whole number of pixels from ${min} to ${max}, or nothing.`;
  return (
    <label>
      <span>
        {label} <small>pixels</small>
      </span>
      <input
        type="number"
        name={name}
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        placeholder={placeholder}
        data-allowed={allowed}
      />
    </label>
  );
}

interface SnippetProps {
  id: keyof Snippets;
  title: string;
  about: ComponentChildren;
  text: string;
}

function Snippet({ id, title, about, text }: SnippetProps) {
  return (
    <section class="snippet" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p>{about}</p>
      <pre tabindex={0}>
        <code id={id}>{text}</code>
      </pre>
      <p class="copy" hidden>
        <button
          type="button"
          data-copies={id}
          data-copied="Copied"
          data-refused="Copying is not allowed here: it is selected, copy it by hand."
        >
          Copy <span class="heard">{title.replace(/^./, (first) => first.toLowerCase())}</span>
        </button>
        <output />
      </p>
    </section>
  );
}
