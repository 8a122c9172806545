/** The page of the demonstration's record: choose a patient, see the cards, launch. */
import { demoPatients } from "./patients.ts";

const styles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 1100px; padding: 8px 16px 48px }
h1 { font-size: 22px; margin: 8px 0 } h2 { font-size: 18px; margin: 24px 0 4px } h3 { font-size: 16px; margin: 0 }
ul.patients { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); list-style: none; margin: 0; padding: 0 }
ul.patients button { inline-size: 100%; block-size: 100%; text-align: start; border-radius: 8px; padding: 8px 12px; cursor: pointer }
button { border: 1px solid GrayText; background: none; color: inherit; font: inherit; min-height: 44px; padding: 4px 14px; border-radius: 8px; cursor: pointer }
button[aria-pressed="true"] { border-width: 3px }
small { display: block }
.card { border: 1px solid GrayText; border-left: 6px solid #0a5bd3; border-radius: 8px; margin: 8px 0; padding: 8px 12px }
.card p, pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 4px 0; font-size: 14px }
.card table { border-collapse: collapse; font-size: 14px; display: block; overflow-x: auto } .card :is(th, td) { border: 1px solid GrayText; padding: 2px 6px; text-align: start }
summary { cursor: pointer; min-height: 32px; padding: 4px 0 }
.links { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center }
fieldset { border: 1px solid GrayText; border-radius: 8px; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 8px 0 }
label { display: flex; gap: 6px; align-items: center; min-height: 32px }
iframe { border: 2px solid GrayText; border-radius: 8px; inline-size: 100%; block-size: 80vh; margin-top: 8px }
`;

/** @param app Address of Myeloma Compare. */
export function launcherPage({ app, issuer }: { app: string; issuer: string }): string {
  const patients = demoPatients.map(
    ({ patient, note }) =>
      `<li><button type="button" data-patient="${patient.id}"><b>${nameOf(patient.name)}</b><small>${note}</small></button></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A record for demonstration</title>
<style>${styles}</style>
<script type="module" src="/launcher.js"></script>
</head>
<body data-app="${app}" data-issuer="${issuer}">
<h1>A record for demonstration</h1>
<p>Every patient here is invented. This page stands for a health record: it asks Myeloma Compare for cards
(CDS Hooks) and opens it for the patient (SMART App Launch).</p>
<h2 id="choose">1. Open a patient</h2>
<ul class="patients" aria-labelledby="choose">${patients.join("")}</ul>
<details><summary>How the record behaves</summary>
<fieldset id="options"><legend>Open the app</legend>
<label><input type="radio" name="where" value="frame" checked> in a frame</label>
<label><input type="radio" name="where" value="window"> in a new window</label>
</fieldset>
<fieldset><legend>The record</legend>
<label><input type="checkbox" name="banner"> shows who the patient is itself</label>
<label><input type="checkbox" name="style"> tells its colours</label>
<label><input type="checkbox" name="refused"> lets nobody read medications</label>
<label><input type="checkbox" name="denied"> does not sign in</label>
<label><input type="checkbox" name="expired"> ends the sign-in at once</label>
<label><input type="checkbox" name="state"> answers with another state</label>
<label><input type="checkbox" name="nameless"> does not name itself in its answer</label>
<label><input type="checkbox" name="empty"> answers with neither a code nor an error</label>
</fieldset></details>
<section id="open" hidden>
<h2>2. The cards</h2>
<p>What the hooks answered for <b id="who"></b>:</p>
<div id="cards" aria-live="polite"></div>
<p><button type="button" id="direct">Open Myeloma Compare without a card</button></p>
<h2>3. The app</h2>
<div id="app"></div>
</section>
</body>
</html>
`;
}

function nameOf(name: unknown): string {
  const [first]: readonly { family?: string; given?: readonly string[] }[] = Array.isArray(name)
    ? name
    : [];
  return `${first?.family ?? ""}, ${first?.given?.join(" ") ?? ""}`;
}
