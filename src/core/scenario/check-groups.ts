/** Groups: a name that is also that of a member would mean two things. */
import type { Issue } from "../issue.ts";
import { wrong } from "./complaint.ts";
import { isMap } from "./path.ts";
import { groupsOf } from "./references.ts";
import { DEFINED_IN, SCOPES } from "./schema/reference.ts";
import type { Ecosystem } from "./schema/strategy.ts";
import { check } from "./sound-parts.ts";

export const GROUP_CHECKS = [
  check({ whole: ["groups"], some: ["authorities", "jurisdictions", "legs", "communities", "services"] }, checkGroups),
];

function checkGroups(ecosystem: Pick<Ecosystem, "groups">): Issue[] {
  return SCOPES.flatMap((scope) => {
    const { [DEFINED_IN[scope]]: defined } = ecosystem as Record<string, unknown>;
    return Object.keys(groupsOf(ecosystem, scope))
      .filter((name) => isMap(defined) && Object.hasOwn(defined, name))
      .map((name) => wrong(["groups", DEFINED_IN[scope], name], `a ${scope} has this name already`, "another name"));
  });
}
