import { shareChart } from "../../charts/shares.ts";
import type { FigureKind } from "../figure.ts";
import { levelRows, levelsIn, seriesOf, yearStart } from "../levels.ts";
import { nameIn, quotedIn } from "../names.ts";
import { isOneSided, level, listOrCount, plain } from "../words.ts";

const SHARE = "share_";
/** Also a share of trips, but across the others. */
const LISTED = "share_listed";
const PER_CENT = 100;

export const carriers: FigureKind = {
  kind: "carriers",
  about: "market shares over time, by the conduct of smugglers",
  needs: "course.csv of a comparison or sweep, or summary.csv of a run",
  make(evidence) {
    const levels = levelsIn(evidence);
    const outcomes = levels?.outcomes.filter((name) => name.startsWith(SHARE) && name !== LISTED) ?? [];
    if (!levels || outcomes.length < 2) return [];
    const stacks = evidence.strategies.map((name, s) => {
      const lines = outcomes.map((outcome) => seriesOf(evidence, levels, outcome)[s]?.points ?? []);
      return {
        name: nameIn(evidence, name),
        rows: levels.years.map((year, i) => ({
          at: yearStart(year),
          shares: lines.map((points) => points[i]?.value ?? Number.NaN),
        })),
      };
    });
    const last = levels.years.at(-1);
    const rows = levels.rows.filter((row) => row.number("year") === last && outcomes.includes(row.text("outcome")));
    const worst = outcomes.at(-1) ?? "";
    const ofWorst = rows.filter((row) => row.text("outcome") === worst);
    const apart = ofWorst.filter((row) => isOneSided(row.number("difference_low"), row.number("difference_high")));
    const base = ofWorst.find((row) => row.text("strategy") === evidence.strategies[0]);
    const amount = base
      ? level(base.number("mean") * PER_CENT, base.number("low") * PER_CENT, base.number("high") * PER_CENT)
      : "not known";
    const word = plain(worst.slice(SHARE.length));
    const named = (names: readonly string[]) => listOrCount(names, evidence.strategies.length - 1);
    const compared =
      evidence.strategies.length < 2
        ? ""
        : apart.length === 0
          ? "; no strategy differs from it clearly in that year"
          : `; in that year alone the interval of the difference for ${named(apart.map((row) => quotedIn(evidence, row.text("strategy"))))} leaves out zero`;
    return [
      {
        title: `Smugglers of ${word} conduct carry ${amount} % of trips in ${last} under ${quotedIn(evidence, evidence.strategies[0] ?? "")}${compared}`,
        description: `Share of all trips by the conduct of the smuggler who carries them, means over runs; ${outcomes.map((name) => plain(name.slice(SHARE.length))).join(", ")}, from light to dark, ${levels.years[0]} to ${last}. No bands are drawn: intervals are in the table.`,
        draw: (document, text) =>
          shareChart(document, { ...text, parts: outcomes.map((name) => plain(name.slice(SHARE.length))), stacks }),
        ...levelRows(evidence, levels, outcomes, `outcome begins with ${SHARE}`),
      },
    ];
  },
};
