/** What everybody meets this week, on legs and at enablers: made once a week, after enablers have chosen whether to work. */
import { pow } from "../math.ts";
import type { Model } from "./model.ts";

export interface Conditions {
  /** Rescue coverage by leg, 0..1. */
  readonly rescue: Float64Array;
  /** Vessel interception by leg, probability before services and evasion. */
  readonly interception: Float64Array;
  /** Price of boats by leg over that of full supply. */
  readonly boatPrice: Float64Array;
  /** Operating cost by leg, USD/person before conduct and route. */
  readonly cost: Float64Array;
  /** What enablers ask, USD/person, enabler x class of client. */
  fee: Float64Array;
  /** The loads that smugglers choose among, and how many times more dangerous each is. The same in every week. */
  readonly load: Float64Array;
  readonly crowdingDanger: Float64Array;
}

export function createConditions(model: Model): Conditions {
  const { crowding, crowdingDanger } = model.smugglers.operations;
  const legs = model.legs.count;
  const load = Float64Array.from(new Set([1, ...crowding]));
  return {
    rescue: new Float64Array(legs),
    interception: new Float64Array(legs),
    boatPrice: new Float64Array(legs),
    cost: new Float64Array(legs),
    fee: new Float64Array(0),
    load,
    crowdingDanger: load.map((x) => pow(x, crowdingDanger)),
  };
}
