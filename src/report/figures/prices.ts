import type { FigureKind } from "../figure.ts";
import { levelPanels } from "../level-panels.ts";

const NAMES: Readonly<Record<string, string>> = {
  price_published: "fare of the last leg",
  stock_bonded: "persons in debt bondage",
  premium_protection: "surcharge of protectors",
};

export const prices: FigureKind = {
  kind: "prices",
  about: "prices and debt over time",
  needs: "course.csv of a comparison or sweep, or summary.csv of a run",
  make: (evidence) =>
    levelPanels(evidence, {
      subject: "Prices and debt",
      isWanted: (outcome) => outcome in NAMES,
      nameOf: (outcome) => NAMES[outcome] ?? outcome,
      about:
        "Fare and surcharge in USD of 2020 per person; the surcharge is what protectors ask of abusive clients for their risk. Debt bondage in persons.",
    }),
};
