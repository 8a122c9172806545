/** A card of the specification: informational, with links, and without suggestions or actions. */
import { dataset } from "#core/dataset.ts";
import { appContextOf } from "#core/record/app-context.ts";
import { icons } from "#generated/pictures.ts";
import { asOfName } from "../../answers/as-of.ts";
import { siteName } from "../../pages/html/site-name.ts";
import type { Chosen } from "./decide.ts";
import { overrideReasons } from "./feedback.ts";
import type { MadeCards } from "./made-cards.ts";
import { plain } from "./markdown.ts";

type Link =
  | { label: string; url: string; type: "absolute" }
  | { label: string; url: string; type: "smart"; appContext: string };

const topic = {
  system: "urn:myeloma-compare:topic",
  code: "car-t-or-bispecific",
  display: "CAR-T cells or a bispecific antibody in relapsed multiple myeloma",
};

export function cardOf({ text, lead, later }: Chosen, { unreviewed }: MadeCards, site: string) {
  const { question, beside } = text;
  const absolute = (label: string, path: string, asked: string): Link => ({
    label,
    url: `${site}${path}?${asked && `${asked}&`}${asOfName}=${dataset.dataVersion}`,
    type: "absolute",
  });
  const links: Link[] = [
    absolute("The comparison, to change and to open every number", "/embed", question),
    absolute("The report, with all sources", "/report", question),
    ...beside.map((other) => absolute(other.label, "/embed", other.question)),
    {
      label: "The comparison, with the patient of this record",
      url: `${site}/launch`,
      type: "smart",
      appContext: appContextOf(question),
    },
  ];
  return {
    uuid: crypto.randomUUID(),
    summary: unreviewed === "" ? text.summary : text.unreviewedSummary,
    detail: [unreviewed, plain(lead), text.detail, later].filter(Boolean).join("\n\n"),
    indicator: "info",
    source: {
      label: siteName,
      url: `${site}/methods`,
      icon: `${site}${icons.card.href}`,
      topic,
    },
    overrideReasons,
    links,
  };
}
