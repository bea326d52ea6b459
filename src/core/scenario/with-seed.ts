/** The same model with other luck, or under another strategy. */
import { seedOf } from "../random/stream.ts";
import type { Model } from "../world/model.ts";
import { instrumentsOf } from "./compile.ts";
import type { Ecosystem, Strategy } from "./schema/strategy.ts";

/** The same model with other luck, without compiling again. @throws RangeError for a seed that is none */
export function withSeed(model: Model, seed: string | number): Model {
  return copied(model, model.strategy, model.instruments, seedOf(seed));
}

/** @param ecosystem of which the model was compiled */
export function withStrategy(model: Model, ecosystem: Ecosystem, strategy: Strategy): Model {
  return copied(model, strategy.name, instrumentsOf(ecosystem, strategy, model), model.seed);
}

/**
 * Written out, not spread: once a spread has been called some times, engines make its copies of another hidden class, and
 * all that they had compiled for models is thrown away in the middle of a sweep and compiled again, for both.
 */
function copied(model: Model, strategy: string, instruments: Model["instruments"], seed: Model["seed"]): Model {
  return {
    ecosystem: model.ecosystem,
    strategy,
    calendar: model.calendar,
    seed,
    rounds: model.rounds,
    scale: model.scale,
    recordWeeks: model.recordWeeks,
    warmupWeeks: model.warmupWeeks,
    mechanism: model.mechanism,
    names: model.names,
    labels: model.labels,
    migrants: model.migrants,
    beliefs: model.beliefs,
    smugglers: model.smugglers,
    enablers: model.enablers,
    public: model.public,
    observation: model.observation,
    compounds: model.compounds,
    jurisdictions: model.jurisdictions,
    nodes: model.nodes,
    legs: model.legs,
    vessels: model.vessels,
    communities: model.communities,
    levels: model.levels,
    harms: model.harms,
    services: model.services,
    authorities: model.authorities,
    instruments,
  };
}
