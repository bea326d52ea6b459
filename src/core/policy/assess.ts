/** An authority estimates who is active, how they behave and how large they are. */
import { exp } from "../math.ts";
import { normal } from "../random/distribution.ts";
import { stream, u0, u1, u2, u3 } from "../random/stream.ts";
import { block } from "../random/threefry.ts";
import { WEEKS_PER_YEAR } from "../units.ts";
import type { Orders } from "../world/orders.ts";
import { keyFor, type World } from "../world/world.ts";

export const ASSESSMENT = stream("assessment of smugglers");
export const ASSESSMENT_ENABLERS = stream("assessment of enablers");

/** Error of assessed severity (0..1) per unit of the authority's noise (sd of ln): assumed, so that noise 0.8 confuses neighbouring levels. */
const SEVERITY_ERROR = 0.25;

const within01 = (x: number) => Math.min(1, Math.max(0, x));

/** @returns how many actors were assessed */
export function assess(world: World, order: Orders["assess"]): number {
  const { model } = world;
  const a = order.authority;
  const errors = model.mechanism["assessment-errors"];
  const noise = errors ? model.authorities.noise[a] : 0;
  const added = world.levers.intelligence[a];
  const base = model.authorities.coverage[a];
  const coverage = errors ? base + added - base * added : 1;
  return assessSmugglers(world, a, coverage, noise) + assessEnablers(world, a, coverage, noise);
}

function assessSmugglers(world: World, a: number, coverage: number, noise: number): number {
  const { model } = world;
  const c = world.smugglers.columns;
  const count = model.authorities.count;
  const key = keyFor(world, ASSESSMENT);
  const recent = model.smugglers.moves.homeVisibility;
  let seen = 0;
  for (const row of world.active) {
    block(key, c.uid[row], a, world.week, 0);
    const movedLately = c.moved[row] !== 0 && world.week + 1 - c.moved[row] < WEEKS_PER_YEAR;
    const chance = coverage * (1 - c.security[row]) * (movedLately ? recent : 1);
    if (coverage < 1 && u0() >= chance) continue;
    const at = row * count + a;
    const size = exp(noise * normal(u2()));
    c.assessedWeek[at] = world.week + 1;
    c.assessedSeverity[at] = within01(c.knownSeverity[at] + SEVERITY_ERROR * noise * normal(u1()));
    c.assessedSize[at] = c.knownSize[at] * size;
    c.assessedRevenue[at] = c.knownRevenue[at] * size;
    c.assessedHarm[at] = c.knownHarm[at] * exp(noise * normal(u3()));
    seen++;
  }
  return seen;
}

function assessEnablers(world: World, a: number, coverage: number, noise: number): number {
  const c = world.enablers.columns;
  const count = world.model.authorities.count;
  const classes = world.enablers.widths.trade;
  const key = keyFor(world, ASSESSMENT_ENABLERS);
  let seen = 0;
  for (let row = 0; row < world.enablers.used; row++) {
    if (c.alive[row] === 0) continue;
    block(key, c.uid[row], a, world.week, 0);
    if (coverage < 1 && u0() >= coverage) continue;
    const at = row * count + a;
    const trade = c.trade[row * classes] + c.trade[row * classes + 1] + c.trade[row * classes + 2];
    const abusive = trade > 0 ? (c.trade[row * classes + 1] + c.trade[row * classes + 2]) / trade : 0;
    c.assessedWeek[at] = world.week + 1;
    c.assessedSeverity[at] = within01(abusive + SEVERITY_ERROR * noise * normal(u1()));
    c.assessedSize[at] = trade * exp(noise * normal(u2()));
    seen++;
  }
  return seen;
}
