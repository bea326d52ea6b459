/** Whether people can get where they are going, and in what. */
import type { Issue } from "../issue.ts";
import { doubtful, wrong } from "./complaint.ts";
import type { Ecosystem } from "./schema/strategy.ts";
import { check } from "./sound-parts.ts";

export const CORRIDOR_CHECKS = [
  check({ whole: ["vessels"], some: ["legs", "nodes"] }, checkLegs),
  check({ whole: ["legs", "nodes"], some: ["communities"] }, checkCommunities),
];

function checkLegs({ legs, nodes, vessels }: Pick<Ecosystem, "legs" | "nodes" | "vessels">): Issue[] {
  return Object.entries(legs).flatMap(([name, leg]) => {
    const issues: Issue[] = [];
    if (leg.from === leg.to)
      issues.push(wrong(["legs", name, "to"], `leads back to ${leg.from}, where it starts`, "another node"));
    if (nodes[leg.to]?.kind === "origin") {
      issues.push(wrong(["legs", name, "to"], `leads to ${leg.to}, which is an origin`, "a hub or a destination"));
    }
    if (nodes[leg.from]?.kind === "destination") {
      issues.push(wrong(["legs", name, "from"], `leaves ${leg.from}, which is a destination`, "an origin or a hub"));
    }
    leg.vessels.forEach((key, index) => {
      const mode = vessels[key]?.mode;
      if (mode === leg.mode) return;
      const fitting = Object.keys(vessels).filter((other) => vessels[other]?.mode === leg.mode);
      issues.push(
        wrong(
          ["legs", name, "vessels", index],
          `${key} goes by ${mode}, the leg by ${leg.mode}`,
          fitting.join(", ") || `a vessel of mode ${leg.mode}`,
        ),
      );
    });
    return issues;
  });
}

function checkCommunities({ communities, legs, nodes }: Pick<Ecosystem, "communities" | "legs" | "nodes">): Issue[] {
  const onward = new Map<string, string[]>();
  for (const { from, to } of Object.values(legs)) onward.set(from, [...(onward.get(from) ?? []), to]);
  return Object.entries(communities).flatMap(([name, { origin, destination, stock }]) => {
    const at = ["communities", name];
    const issues: Issue[] = [];
    if (nodes[origin]?.kind === "destination") {
      issues.push(wrong([...at, "origin"], `${origin} is a destination`, "an origin or a hub"));
    }
    if (nodes[destination]?.kind !== "destination") {
      issues.push(wrong([...at, "destination"], `${destination} is not a destination`, namesOf(nodes, "destination")));
    }
    if (!reachable(origin, onward).has(destination)) {
      issues.push(
        wrong(
          [...at, "destination"],
          `no legs lead from ${origin} to ${destination}`,
          `legs that join ${origin} and ${destination}`,
        ),
      );
    }
    for (const hub of Object.keys(stock)) {
      if (!nodes[hub]?.work) {
        issues.push(doubtful([...at, "stock", hub], `${hub} offers no work, so nobody can be working there`, "a node with work"));
      }
    }
    return issues;
  });
}

function namesOf(nodes: Ecosystem["nodes"], kind: string): string {
  return (
    Object.keys(nodes)
      .filter((key) => nodes[key]?.kind === kind)
      .join(", ") || `a node of kind ${kind}`
  );
}

function reachable(from: string, onward: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const ahead = [from];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    for (const next of onward.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ahead.push(next);
    }
  }
  return seen;
}
