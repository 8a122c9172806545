/** Records that name a drug: by codes, in words, as a procedure, by a reference. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  bispecific,
  bundle,
  carT,
  cilta,
  coded,
  condition,
  givenBy,
  ide,
  inWords,
  type MadeRecord,
  medication,
  ordered,
  patient,
  procedure,
  record,
  referring,
  resource,
  unnamedCarT,
  withPatient,
} from "../made-records.ts";

const { rxnorm, atc, hcpcs, icd10cm, icd10pcs, cpt } = codeSystems;

const byCode = (drug: string) => [`${drug}: 1 administration (completed)`];
const byWords = (drug: string) => [`${drug}: 1 administration (completed, in words)`];
const byProcedure = (drug: string) => [`${drug}: 1 procedure (completed, in words)`];

export const profiles: readonly MadeRecord[] = [
  withPatient(
    "Epic, orders alone, at its scopes",
    ordered(inWords("TECVAYLI 153 MG/1.7 ML SC SOLN")),
    bispecific,
    ["teclistamab: 1 request (active, in words)"],
  ),
  withPatient(
    "Epic, an administration that refers to a Medication by name",
    referring("Medication/elsewhere", {
      display: "idecabtagene vicleucel (ABECMA) CAR-T infusion",
    }),
    carT,
    byWords(ide),
  ),
  withPatient(
    "Oracle, a code of RxNorm",
    administered({ medicationCodeableConcept: coded(rxnorm, "2619432") }),
    bispecific,
    byCode("teclistamab"),
  ),
  withPatient(
    "a German chart, ATC of BfArM",
    resource("MedicationStatement", "completed", {
      effectivePeriod: { start: "2025-02-01" },
      medicationCodeableConcept: coded("http://fhir.de/CodeSystem/bfarm/atc", "L01XL07"),
    }),
    carT,
    [`${ide}: 1 statement (completed)`],
  ),
  withPatient(
    "a Nordic chart, ATC of WHO",
    administered({ medicationCodeableConcept: coded(atc, "L01FX29") }),
    ["gprc5d"],
    byCode("talquetamab"),
  ),
  withPatient(
    "a claim, HCPCS",
    administered({ medicationCodeableConcept: coded(hcpcs, "Q2056") }),
    carT,
    byCode(cilta),
  ),
  withPatient(
    "a pharmacy",
    resource("MedicationDispense", "completed", {
      whenHandedOver: "2025-03-01",
      ...inWords("Lynozyfic 200 mg"),
    }),
    bispecific,
    ["linvoseltamab: 1 dispense (completed, in words)"],
  ),
  withPatient(
    "an antibody drug conjugate",
    administered(inWords("Blenrep 100 mg")),
    ["adc"],
    byWords("belantamab mafodotin"),
  ),
  ...[
    ["エルレフィオ皮下注76mg", "elranatamab"],
    ["テクベイリ中止", "teclistamab"],
    ["Tecvayli-Injektionslösung 153mg", "teclistamab"],
    ["ELRANATAMAB_INJ_76MG", "elranatamab"],
    ["TECVAYLI 10 mg/ml Inj.-Lsg. Dsfl.", "teclistamab"],
    ["Tecvayli®", "teclistamab"],
    ["Tecvayli™", "teclistamab"],
  ].map(([text = "", drug = ""]) =>
    withPatient(text, administered(inWords(text)), bispecific, byWords(drug)),
  ),
  ...[
    ["idécabtagène vicleucel, perfusion", ide],
    ["イデカブタゲン・ビクルユーセル", ide],
    ["赛恺泽注射液", "zevorcabtagene autoleucel"],
    ["Carvykti 3.2 x 10^6 – 1.0 x 10^8 cells", cilta],
  ].map(([text = "", drug = ""]) =>
    withPatient(text, administered(inWords(text)), carT, byWords(drug)),
  ),
];

export const named: readonly MadeRecord[] = [
  withPatient(
    "two drugs",
    administered(inWords("Talvey with Tecvayli")),
    [...["bispecific", "gprc5d"]],
    [...byWords("talquetamab"), ...byWords("teclistamab")],
  ),
  withPatient(
    "a drug of another target",
    administered(inWords("cevostamab 132 mg")),
    [],
    [],
    "therapy-none",
  ),
  withPatient(
    "CAR-T as a procedure in words",
    procedure({ text: "Infusion of Abecma" }),
    carT,
    byProcedure(ide),
  ),
  withPatient("CAR-T as a procedure, ICD-10-PCS", procedure(coded(icd10pcs, "XW043A7")), carT, [
    `${cilta}: 1 procedure (completed)`,
  ]),
  withPatient("CAR-T without a product, CPT", procedure(coded(cpt, "38228")), carT, [
    `${unnamedCarT}: 1 procedure (completed)`,
  ]),
  ...["XW033C3", "XW043C3", "XW033C7", "XW043C7", "XW033G7", "XW043G7"].map((code) =>
    withPatient(`CAR-T without a product, ${code}`, procedure(coded(icd10pcs, code)), carT, [
      `${unnamedCarT}: 1 procedure (completed)`,
    ]),
  ),
  ...[
    "CAR-T cell infusion",
    "CART-Zellen Transfusion",
    "chimeric antigen receptor T cells",
    "嵌合抗原受体T细胞",
  ].map((text) => withPatient(text, procedure({ text }), carT, byProcedure(unnamedCarT))),
  withPatient(
    "CAR-T cells at another target",
    procedure({ text: "CD19-CAR-T (Yescarta)" }),
    carT,
    byProcedure(unnamedCarT),
  ),
  withPatient(
    "a history of CAR-T cells, Z92.850",
    condition(coded(icd10cm, "Z92.850", "Personal history of CAR-T therapy")),
    carT,
    [`${unnamedCarT}: 1 condition (active)`],
    "myeloma-none",
  ),
  withPatient(
    "a drug in the words of a diagnosis",
    condition({ text: "CRS after Tecvayli" }),
    bispecific,
    ["teclistamab: 1 condition (active, in words)"],
  ),
  withPatient(
    "the product among what was used",
    procedure(coded(cpt, "0540T"), { usedCode: [{ text: "Carvykti" }] }),
    carT,
    byProcedure(cilta),
  ),
  withPatient(
    "a code and words of two drugs",
    givenBy({ ...coded(atc, "L01FX24"), text: "Carvykti" }),
    ["bispecific", "car-t"],
    [...byCode("teclistamab"), ...byWords(cilta)],
  ),
  withPatient(
    "the code of another drug",
    givenBy(coded(rxnorm, "3264", "Teclistamab")),
    bispecific,
    byWords("teclistamab"),
  ),
  ...["BCMAxCD3 bispezifischer AK (Studie)", "anti-BCMA", "GPRC5D antibody", "anti-CD269"].map(
    (text) =>
      withPatient(
        `no drug, but a target: ${text}`,
        administered(inWords(text)),
        [],
        [],
        "target-without-drug",
        "therapy-none",
      ),
  ),
];

export const references: readonly MadeRecord[] = [
  withPatient(
    "contained",
    administered({ contained: [medication()], medicationReference: { reference: "#m" } }),
    bispecific,
    byWords("elranatamab"),
  ),
  record(
    "in the Bundle, by a whole address",
    bundle([patient, referring("https://fhir.example/r4/Medication/m"), medication()]),
    bispecific,
    byWords("elranatamab"),
  ),
  record(
    "in the Bundle, by urn:uuid",
    {
      resourceType: "Bundle",
      entry: [
        { resource: patient },
        {
          fullUrl: "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0",
          resource: medication({ id: undefined }),
        },
        { resource: referring("urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0") },
      ],
    },
    bispecific,
    byWords("elranatamab"),
  ),
  record(
    "as an ingredient that is a Medication",
    [
      patient,
      referring("Medication/mix"),
      {
        resourceType: "Medication",
        id: "mix",
        ingredient: [{ itemReference: { reference: "Medication/m" } }],
      },
      medication(),
    ],
    bispecific,
    byWords("elranatamab"),
  ),
  record(
    "in the Bundle, by a version",
    bundle([patient, referring("Medication/m/_history/2"), medication()]),
    bispecific,
    byWords("elranatamab"),
  ),
  record(
    "on another server, with the id of one that was sent",
    {
      resourceType: "Bundle",
      entry: [
        { resource: patient },
        { resource: referring("https://elsewhere.example/r4/Medication/m") },
        { fullUrl: "https://fhir.example/r4/Medication/m", resource: medication() },
      ],
    },
    [],
    [],
    "medication-unnamed",
    "therapy-none",
  ),
  withPatient(
    "nowhere",
    referring("Medication/elsewhere"),
    [],
    [],
    "medication-unnamed",
    "therapy-none",
  ),
];
