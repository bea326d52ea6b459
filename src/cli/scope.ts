/** The ecosystem that a description is about. */
import { compile } from "../core/index.ts";
import { formatIssues } from "../formats/issue-text.ts";
import { shippedNames } from "../node/document-kind.ts";
import { EXIT, Failure } from "../node/failure.ts";
import { resolveScenario } from "../node/scenario.ts";
import type { Scope } from "./topic.ts";

/** @param name of an ecosystem or scenario; the first shipped ecosystem that is whole when absent */
export function scopeOf(name: string | undefined): Scope {
  let known: ReturnType<Scope["model"]> | undefined;
  return {
    model() {
      known ??= load(name);
      return known;
    },
  };
}

async function load(name: string | undefined): ReturnType<Scope["model"]> {
  const names = name === undefined ? await shippedNames("ecosystem") : [name];
  let said = "";
  for (const scenario of names) {
    const { scenario: resolved, issues } = await resolveScenario({ scenario });
    if (resolved) {
      const { ecosystem, strategy, settings } = resolved;
      return { ecosystem, model: compile(ecosystem, strategy, settings, String(settings.seed)) };
    }
    said = formatIssues(issues);
  }
  throw new Failure(EXIT.usage, `${name ?? "no shipped ecosystem"} cannot be described:\n${said.trimEnd()}`);
}
