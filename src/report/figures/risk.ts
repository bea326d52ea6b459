import type { FigureKind } from "../figure.ts";
import { levelPanels } from "../level-panels.ts";
import { plain } from "../words.ts";

const RISK = "perceived_risk_";

export const risk: FigureKind = {
  kind: "risk",
  about: "the risk of a listing as smugglers perceive it",
  needs: "course.csv of a comparison or sweep, or summary.csv of a run",
  make: (evidence) =>
    levelPanels(evidence, {
      subject: "The risk of being listed, as smugglers perceive it",
      isWanted: (outcome) => outcome.startsWith(RISK),
      nameOf: (outcome) => plain(outcome.slice(RISK.length)),
      about: "Believed listings a year for each conduct, mean over smugglers.",
    }),
};
