/** The catalogue of topics of `corridor describe`: a new one is a file and a line here. */
import type { Topic } from "../topic.ts";
import { agents } from "./agents.ts";
import { analyses } from "./analyses.ts";
import { calibrationKeys } from "./calibration-keys.ts";
import { calibrations } from "./calibrations.ts";
import { choices } from "./choices.ts";
import { designs } from "./designs.ts";
import { ecosystems } from "./ecosystems.ts";
import { ensembles } from "./ensembles.ts";
import { experimentKeys } from "./experiment-keys.ts";
import { experiments } from "./experiments.ts";
import { indicators } from "./indicators.ts";
import { instruments } from "./instruments.ts";
import { levers } from "./levers.ts";
import { mechanisms } from "./mechanisms.ts";
import { metrics } from "./metrics.ts";
import { parameters } from "./parameters.ts";
import { phases } from "./phases.ts";
import { settings } from "./settings.ts";
import { strategies } from "./strategies.ts";
import { tables } from "./tables.ts";

export const TOPICS: readonly Topic[] = [
  ecosystems,
  strategies,
  experiments,
  calibrations,
  ensembles,
  instruments,
  indicators,
  levers,
  parameters,
  choices,
  settings,
  mechanisms,
  agents,
  phases,
  metrics,
  tables,
  experimentKeys,
  calibrationKeys,
  designs,
  analyses,
];
