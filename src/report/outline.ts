/** A report as data: what is said, in which order, of which rows; no word of how it looks. */
import { LIMITS } from "../experiment/limits.ts";
import { type Balances, balancesOf } from "./balance.ts";
import { type Evidence, isCrowd, type Place, placesIn, rowsIn } from "./evidence.ts";
import { beyondRecord, type Expectation, expectationsOf, notDone, type Pledge, promisesOf } from "./expectations.ts";
import type { Figure, FigureKind } from "./figure.ts";
import { FIGURES } from "./figures/index.ts";
import { leadOf, type Said } from "./lead.ts";
import { retold } from "./names.ts";
import { picked } from "./rows.ts";
import { plain } from "./words.ts";

export interface Outline {
  readonly lead: readonly Said[];
  /** Of few strategies. */
  readonly notDone: readonly Said[];
  /** Of many. */
  readonly balances: Balances | undefined;
  readonly expectations: readonly Expectation[];
  readonly beyondRecord: readonly string[];
  readonly promises: readonly Pledge[];
  readonly parts: readonly { readonly name: string; readonly figures: readonly Figure[] }[];
  readonly spoken: readonly { readonly analysis: string; readonly sentences: readonly string[] }[];
  readonly missing: readonly { readonly about: string; readonly needs: string }[];
  readonly limits: readonly string[];
  readonly meanings: readonly { readonly name: string; readonly about: string }[];
}

/** Figures of more places than this are too many to read one by one. */
const MOST_PLACES = 4;

export function outlineOf(evidence: Evidence): Outline {
  const places = placesIn(evidence);
  const isMany = places.length > MOST_PLACES;
  const made = (kinds: readonly FigureKind[], of: Evidence) => kinds.flatMap((kind) => kind.make(of));
  const [own, across] = [FIGURES.filter(({ isAcross }) => !isAcross), FIGURES.filter(({ isAcross }) => isAcross)];
  const local =
    places.length <= 1
      ? [{ name: "Findings", figures: made(own, evidence) }]
      : isMany
        ? []
        : places.map((place) => ({ name: nameOf(place), figures: made(own, at(evidence, place)) }));
  const isStudy = local.every(({ figures }) => figures.length === 0);
  const parts = [...local, { name: isStudy ? "Findings" : "Other tables and assumptions", figures: made(across, evidence) }];
  const missing = FIGURES.filter((kind) =>
    isMany && !kind.isAcross ? true : kind.make(places[0] ? at(evidence, places[0]) : evidence).length === 0,
  );
  const isShort = !isMany && evidence.tables.has("effects");
  const isOne = isShort && places.length <= 1;
  return {
    lead: leadOf(evidence),
    notDone: isOne && !isCrowd(evidence) ? notDone(evidence) : [],
    balances: isOne && isCrowd(evidence) ? balancesOf(evidence) : undefined,
    expectations: isOne ? expectationsOf(evidence) : [],
    beyondRecord: isShort ? beyondRecord(evidence) : [],
    promises: promisesOf(places.length <= 1 ? evidence : { ...evidence, tables: new Map() }),
    parts: parts.filter(({ figures }) => figures.length > 0),
    spoken: spokenIn(evidence),
    missing: missing.map(({ about, needs }) => ({
      about,
      needs: isMany ? `at most ${MOST_PLACES} ecosystems and points; this result has ${places.length}` : needs,
    })),
    limits: LIMITS,
    meanings: meaningsIn(evidence),
  };
}

const nameOf = ({ ecosystem, point }: Place): string => (point === "default" ? ecosystem : `${ecosystem}, point ${point}`);

/** The rows of one place alone. */
function at(evidence: Evidence, { ecosystem, point }: Place): Evidence {
  const tables = [...evidence.tables].map(([name, table]) => {
    const has = (column: string) => table.spec.columns.some((one) => one.name === column);
    if (!has("ecosystem") || !has("point")) return [name, table] as const;
    return [name, picked(table, (row) => row.text("ecosystem") === ecosystem && row.text("point") === point)] as const;
  });
  return { ...evidence, tables: new Map(tables) };
}

function spokenIn(evidence: Evidence) {
  const rows = rowsIn(evidence, "sentences");
  return [...new Set(rows.map((row) => row.text("analysis")))].map((analysis) => ({
    analysis,
    sentences: rows.filter((row) => row.text("analysis") === analysis).map((row) => retold(evidence, row.text("sentence"))),
  }));
}

/** Of the outcomes that were compared. */
function meaningsIn(evidence: Evidence) {
  const names = [...new Set(rowsIn(evidence, "effects").map((row) => row.text("outcome")))];
  return names.flatMap((name) => {
    const about = evidence.meanings.get(name);
    return about === undefined ? [] : [{ name: plain(name), about }];
  });
}
