/** The catalogue of metrics: a new one is a file and a line here. */
import { byKind } from "../catalogue.ts";
import { compounds } from "./compounds.ts";
import { enablers } from "./enablers.ts";
import { finance } from "./finance.ts";
import { flows } from "./flows.ts";
import { harms } from "./harms.ts";
import { market } from "./market.ts";
import { minds } from "./minds.ts";
import { policy } from "./policy.ts";
import { prices } from "./prices.ts";
import { routes } from "./routes.ts";

export const METRICS = [flows, routes, harms, prices, market, minds, enablers, finance, policy, compounds] as const;
export const METRIC_BY_KIND = byKind(METRICS);
