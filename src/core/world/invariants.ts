/** Laws that hold after every step, whatever the scenario: persons, money, probabilities, no value that is no number. */
import { type Frame, rowsInUse } from "../frame.ts";
import { ABSORBING, STATES } from "./columns.ts";
import type { World } from "./world.ts";

export interface Books {
  born: number;
  cash: number;
  smugglers: number;
  enablers: number;
  turnover: number;
}

export function openBooks(): Books {
  return { born: 0, cash: 0, smugglers: 0, enablers: 0, turnover: 0 };
}

const TOLERANCE = 1e-9;

/** @throws Error that names the law, the week and the two numbers */
export function checkStep(world: World, books: Books): void {
  persons(world, books);
  money(world, books);
  numbers(world);
  ranges(world);
}

function fail(world: World, law: string, found: unknown, expected: unknown): never {
  throw new Error(`week ${world.week}: ${law}: found ${found}, expected ${expected}`);
}

function persons(world: World, books: Books): void {
  books.born += world.ledger.total.born;
  const { state } = world.migrants.columns;
  let alive = 0;
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride) {
    if (state[row] === 0) continue;
    if (state[row] > STATES.length) fail(world, "every migrant is in a declared state", state[row], `1..${STATES.length}`);
    alive++;
  }
  if (alive !== rowsInUse(world.migrants)) fail(world, "rows in use are persons", rowsInUse(world.migrants), alive);
  checkCensus(world);
  const ended = world.absorbed.reduce((sum, count) => sum + count, 0);
  if (alive + ended !== books.born)
    fail(world, `persons born = persons in all states (${ABSORBING.join(", ")} included)`, alive + ended, books.born);
  const scheduled = countScheduled(world);
  if (scheduled.early > 0) fail(world, "nobody is due in the past", scheduled.early, 0);
}

/** What is kept count of is what counting finds. */
function checkCensus(world: World): void {
  const { state, debt } = world.migrants.columns;
  const inState = new Int32Array(STATES.length + 1);
  let owed = 0;
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride) {
    if (state[row] !== 0) inState[state[row]]++;
    owed += debt[row];
  }
  STATES.forEach((name, i) => {
    if (inState[i + 1] !== world.census.inState[i + 1])
      fail(world, `persons counted as ${name}`, world.census.inState[i + 1], inState[i + 1]);
  });
  if (owed !== world.census.debt) fail(world, "debts counted (USD)", world.census.debt, owed);
}

function countScheduled(world: World): { early: number } {
  const { state, due } = world.migrants.columns;
  let early = 0;
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride)
    if (state[row] !== 0 && due[row] <= world.week) early++;
  return { early };
}

function money(world: World, books: Books): void {
  const { scale } = world.model;
  const t = world.ledger.total;
  const c = world.migrants.columns;
  let cash = 0;
  for (let row = 0; row < world.migrants.used; row += world.migrants.stride) cash += c.cash[row];
  const s = world.smugglers.columns;
  let smugglers = 0;
  for (const row of world.active) smugglers += s.capital[row];
  let enablers = 0;
  for (let row = 0; row < world.enablers.used; row++) enablers += world.enablers.columns.capital[row];
  // what each side gets and gives in a week; wages worked off as debt go straight through
  const migrantsIn = t.bornWith + t.wages + t.compoundWages + t.kinSent + t.lent + t.refunds;
  const migrantsOut = t.fares / scale + t.ransomPaid + t.worked + t.leftWith;
  const businessIn = t.seedCapital + t.fares + (t.ransomPaid + t.sales + t.worked - t.writtenOff + t.compoundOutput) * scale;
  const businessOut =
    (t.refunds + t.compoundWages) * scale +
    t.operating +
    t.vessels +
    t.fees +
    t.bribes +
    t.invested +
    t.payouts +
    t.frozen +
    t.seized +
    t.moveCosts +
    t.exitCapital;
  books.cash += migrantsIn - migrantsOut;
  books.smugglers += businessIn - businessOut;
  books.turnover += Math.abs(migrantsIn * scale) + Math.abs(businessIn) + Math.abs(businessOut);
  const room = TOLERANCE * (books.turnover + 1);
  if (Math.abs(cash - books.cash) * scale > room)
    fail(world, "savings of migrants = sources - sinks (USD per simulated person)", cash, books.cash);
  if (Math.abs(smugglers + enablers - books.smugglers) > room)
    fail(world, "capital of smugglers and enablers = sources - sinks (USD)", smugglers + enablers, books.smugglers);
}

function numbers(world: World): void {
  for (const frame of [
    world.smugglers,
    world.enablers,
    world.legs,
    world.legCommunities,
    world.places,
    world.public,
    world.authorities,
    world.history,
  ] as unknown as Frame[]) {
    for (const [name, spec] of Object.entries(frame.specs)) {
      if (spec.type !== "f64" || name === "lastBelief") continue;
      const column = frame.columns[name] as Float64Array;
      for (let i = 0; i < frame.used * frame.widths[name]; i++) {
        if (!Number.isFinite(column[i])) fail(world, `${frame.name}.${name}[${i}] is a number`, column[i], "finite");
      }
    }
  }
}

function ranges(world: World): void {
  const s = world.smugglers.columns;
  for (const row of world.active) {
    for (const [name, value, least, most] of [
      ["friction", s.friction[row], 0, 1],
      ["bindFreeze", s.bindFreeze[row], 0, 1],
      ["bindTravel", s.bindTravel[row], 0, 1],
      ["capacity", s.capacity[row], 0, Number.MAX_VALUE],
      ["available", s.available[row], 0, Number.MAX_VALUE],
      ["price", s.price[row], 0, Number.MAX_VALUE],
      ["trailSeverity", s.trailSeverity[row], 0, 1],
      ["level", s.level[row], 0, world.model.levels.count - 1],
    ] as const) {
      if (!(value >= least && value <= most)) fail(world, `smuggler.${name} within ${least}..${most}`, value, "in range");
    }
    if (s.served[row] > (s.available[row] + 2 * world.model.scale) * 1.0000001)
      fail(world, "no smuggler carries more than its seats", s.served[row], s.available[row]);
  }
  const { support } = world.public.columns;
  if (!(support[0] >= 0 && support[0] <= 1)) fail(world, "support within 0..1", support[0], "a share");
  for (let leg = 0; leg < world.model.legs.count; leg++) {
    if (world.ledger.stopped[leg] + world.ledger.completed[leg] > world.ledger.trips[leg])
      fail(
        world,
        "trips stopped and completed are among those begun",
        world.ledger.stopped[leg] + world.ledger.completed[leg],
        world.ledger.trips[leg],
      );
  }
}
