/** 9: communities, norms and the public learn from this week. */
import { pow } from "../math.ts";
import { promiseProgress } from "../policy/upkeep.ts";
import { perWeek, WEEKS_PER_YEAR } from "../units.ts";
import type { Phase } from "../world/phase.ts";
import { toldSeverity } from "../world/seen.ts";
import { gainOf, type World } from "../world/world.ts";

const THOUSAND = 1000;

export const learning: Phase = {
  name: "learning",
  about: "stories of danger and abuse reach communities and fade; norms follow conduct; support follows results and promises",
  equations: [
    "counts of a community fade by 2^(−1/`beliefs.halfLifeConduct`) and 2^(−1/`beliefs.halfLifeDanger`) a week; `beliefs.heard` · scale of the passengers' stories are added, deaths · `beliefs.deathHeard` [forgetting; assumed]",
    "abuse told of a passenger = Σ weight · `harms.*.reported` · (1 − hidden at home) / worst weight; of a death `beliefs.deathHeard` · `beliefs.deathAsAbuse` @phases/journeys.ts [assumed]",
    "gossip: counts′ = s · ((1 − g) · counts + g · mean over communities on the way), g = `beliefs.gossip`, s = 1 − `beliefs.doubt` · min(1, |own rate − mean rate|) [assumed]",
    "a campaign pulls the deaths a community counts to (`beliefs.priorDanger` + trips) · published rate by the lever information [own]",
    "norm and disapproval of a leg follow severity and 1 − told severity, weighted by size, over `smugglers.smoothing.norm` and `smugglers.smoothing.disapproval`; interception and ransom yield over `smugglers.smoothing.trailing` [exponential smoothing; assumed]",
    "support′ = clamp(support + (`public.recovery` · (`public.support` − support) − `public.results` · clamp(change so far − change due, −1, 1))/52, 0, 1), the last term with a promise in force [assumed]",
  ],
  writes: [
    "legCommunities.trips",
    "legCommunities.deaths",
    "legCommunities.stops",
    "legCommunities.abuseTrips",
    "legCommunities.abuse",
    "legCommunities.means",
    "legCommunities.wish",
    "legCommunities.wishMeans",
    "smugglers.heardTrips",
    "smugglers.heardAbuse",
    "smugglers.clients",
    "smugglers.toldTrips",
    "smugglers.toldAbuse",
    "legs.norm",
    "legs.disapproval",
    "legs.ransomYield",
    "legs.interception",
    "public.support",
  ],
  streams: [],
  run(world) {
    learnConduct(world);
    learnDanger(world);
    learnNorms(world);
    judge(world);
  },
};

/** Stories about smugglers, by community; pooled by leg as its reputation. */
function learnConduct(world: World): void {
  const { model } = world;
  const { beliefs: p, communities, mechanism, scale } = model;
  const s = world.smugglers.columns;
  const g = world.legCommunities.columns;
  const count = communities.count;
  const keep = pow(0.5, 1 / p.halfLifeConduct);
  const evidence = p.heard * scale;
  const gossip = mechanism.gossip ? p.gossip : 0;
  const doubt = mechanism.doubt ? p.doubt : 0;
  for (let i = 0; i < world.legCommunities.used; i++) {
    g.abuseTrips[i] *= keep;
    g.abuse[i] *= keep;
  }
  const { onTheWay } = model.legs;
  const { heardTrips, heardAbuse, toldTrips, toldAbuse, clients } = s;
  for (const row of world.active) {
    const from = row * count;
    const pool = s.leg[row] * count;
    let trips = 0;
    let abuse = 0;
    let talking = 0;
    for (let k = 0; k < count; k++) {
      const at = from + k;
      const freshTrips = evidence * toldTrips[at];
      const freshAbuse = (evidence * toldAbuse[at]) / THOUSAND;
      heardTrips[at] = keep * heardTrips[at] + freshTrips;
      heardAbuse[at] = keep * heardAbuse[at] + freshAbuse;
      clients[at] = keep * clients[at] + toldTrips[at] * scale;
      g.abuseTrips[pool + k] += freshTrips;
      g.abuse[pool + k] += freshAbuse;
      toldTrips[at] = 0;
      toldAbuse[at] = 0;
      if (onTheWay[pool + k] === 0) continue;
      trips += heardTrips[at];
      abuse += heardAbuse[at];
      talking++;
    }
    if (gossip === 0 || trips === 0) continue;
    const mean = abuse / trips;
    const sharedTrips = (gossip * trips) / talking;
    const sharedAbuse = (gossip * abuse) / talking;
    for (let k = 0; k < count; k++) {
      // only communities whose way leads over the leg meet where it begins
      if (onTheWay[pool + k] === 0) continue;
      const at = from + k;
      const own = heardTrips[at] > 0 ? heardAbuse[at] / heardTrips[at] : mean;
      const sure = 1 - doubt * Math.min(1, Math.abs(own - mean));
      heardTrips[at] = sure * ((1 - gossip) * heardTrips[at] + sharedTrips);
      heardAbuse[at] = sure * ((1 - gossip) * heardAbuse[at] + sharedAbuse);
    }
  }
}

/** Stories about legs; campaigns add the published rate. */
function learnDanger(world: World): void {
  const { model } = world;
  const { beliefs: p, communities, legs, scale } = model;
  const g = world.legCommunities.columns;
  const keep = pow(0.5, 1 / p.halfLifeDanger);
  const evidence = p.heard * scale;
  const { harms } = model;
  for (let leg = 0; leg < legs.count; leg++) {
    const trips = world.ledger.trips[leg];
    const published =
      trips > 0 && harms.death >= 0
        ? Math.min(1, (world.ledger.expected[leg * harms.count + harms.death] * model.observation.deaths) / trips)
        : -1;
    for (let k = 0; k < communities.count; k++) {
      const at = leg * communities.count + k;
      g.trips[at] = keep * g.trips[at] + evidence * g.told[at];
      g.deaths[at] = keep * g.deaths[at] + evidence * p.deathHeard * g.toldDeaths[at];
      g.stops[at] = keep * g.stops[at] + evidence * g.toldStops[at];
      const told = world.levers.information[k];
      if (told > 0 && published >= 0) {
        const rate = (p.priorDanger + g.trips[at]) * published;
        g.deaths[at] += told * (rate - g.deaths[at]);
      }
      if (g.wish[at] > 0) {
        const gain = gainOf(MEANS_SPAN) * Math.min(1, g.wish[at]);
        g.means[at] += gain * (g.wishMeans[at] / g.wish[at] - g.means[at]);
      }
      g.wish[at] = 0;
      g.wishMeans[at] = 0;
    }
  }
}
const MEANS_SPAN = 26;

function learnNorms(world: World): void {
  const { model } = world;
  const s = world.smugglers.columns;
  const g = world.legs.columns;
  const { smoothing } = model.smugglers;
  const legs = model.legs.count;
  const weight = new Float64Array(legs);
  const severity = new Float64Array(legs);
  const shown = new Float64Array(legs);
  for (const row of world.active) {
    const leg = s.leg[row];
    const w = s.trailSize[row];
    weight[leg] += w;
    severity[leg] += w * model.levels.severity[s.level[row]];
    shown[leg] += w * toldSeverity(world, s.level[row], s.conceal[row]);
  }
  for (let leg = 0; leg < legs; leg++) {
    if (weight[leg] > 0) {
      g.norm[leg] += gainOf(smoothing.norm) * (severity[leg] / weight[leg] - g.norm[leg]);
      const seen = 1 - shown[leg] / weight[leg];
      g.disapproval[leg] += gainOf(smoothing.disapproval) * (seen - g.disapproval[leg]);
    }
    if (world.ledger.trips[leg] > 0) {
      const rate = world.ledger.stopped[leg] / world.ledger.trips[leg];
      g.interception[leg] += gainOf(smoothing.trailing) * (rate - g.interception[leg]);
    }
  }
  for (let leg = 0; leg < legs; leg++) {
    if (world.ledger.ransomAsked[leg] === 0) continue;
    const share = world.ledger.ransomPaid[leg] / world.ledger.ransomAsked[leg];
    g.ransomYield[leg] += gainOf(smoothing.trailing) * (share - g.ransomYield[leg]);
  }
}

/** Support moves with results against what was promised, and returns to its usual level. */
function judge(world: World): void {
  const { model } = world;
  if (!model.mechanism.support) return;
  const { results, recovery, support: usual } = model.public;
  const p = world.public.columns;
  if (p.promised[0] === 0 && p.support[0] === usual) return;
  let moved = recovery * (usual - p.support[0]);
  if (p.promised[0] === 1) {
    const years = (world.week - p.promiseWeek[0]) / WEEKS_PER_YEAR;
    const due = p.promise[0] * Math.min(1, years / p.promiseYears[0]);
    const shortfall = promiseProgress(world) - due;
    moved -= results * Math.max(-1, Math.min(1, shortfall));
  }
  p.support[0] = Math.min(1, Math.max(0, p.support[0] + perWeek(moved)));
}
