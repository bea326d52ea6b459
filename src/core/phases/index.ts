/**
 * One step, in order:
 *
 *  1 shocks      what is in force: shocks and instruments move levers, uses become orders
 *  2 policy      authorities assess, list, follow up, delist, copy each other
 *  3 signals     listings become evidence; evidence fades
 *  4 enablers    review clients and fees, are replaced; hiring: smugglers take or lose services
 *  5 smugglers   trailing conduct, ties, conduct, operations, fares, capacity, moves, turnover
 *  6 migrants    are born, value nodes, review, arrive, work in compounds or get out, search and get seats
 *  7 journeys    wrecks, interceptions, harms
 *  8 money       moves
 *  9 learning    communities, norms, the public
 * 10 observe     what is published
 */
import type { Phase } from "../world/phase.ts";
import { births } from "./births.ts";
import { capacity } from "./capacity.ts";
import { compounds } from "./compounds.ts";
import { conduct } from "./conduct.ts";
import { enablers } from "./enablers.ts";
import { hiring } from "./hiring.ts";
import { journeys } from "./journeys.ts";
import { learning } from "./learning.ts";
import { money } from "./money.ts";
import { moves } from "./moves.ts";
import { observe } from "./observe.ts";
import { operations } from "./operations.ts";
import { people } from "./people.ts";
import { policy } from "./policy.ts";
import { prices } from "./prices.ts";
import { search } from "./search.ts";
import { shocks } from "./shocks.ts";
import { signals } from "./signals.ts";
import { ties } from "./ties.ts";
import { trailing } from "./trailing.ts";
import { turnover } from "./turnover.ts";
import { values } from "./values.ts";

export const PHASES: readonly Phase[] = [
  shocks,
  policy,
  signals,
  enablers,
  hiring,
  trailing,
  ties,
  conduct,
  operations,
  prices,
  capacity,
  moves,
  turnover,
  births,
  values,
  people,
  compounds,
  search,
  journeys,
  money,
  learning,
  observe,
];
