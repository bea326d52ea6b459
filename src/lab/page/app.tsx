/** The page from top to bottom: choose, lay out, expect, run, see. */
import { version } from "corridor:shipped";
import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { LIMITS } from "../../experiment/limits.ts";
import { Assumptions } from "./assumptions.tsx";
import { Curves } from "./curves.tsx";
import { Effects } from "./effects.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { InstrumentForm } from "./instrument-form.tsx";
import { IssueList } from "./issue-list.tsx";
import { Opened } from "./opened.tsx";
import type { Shared } from "./part.ts";
import { Predictions } from "./predictions.tsx";
import { RunBar } from "./run-bar.tsx";
import { limitIn } from "./shipped-texts.ts";
import type { Store } from "./store.ts";
import { Strategies } from "./strategies.tsx";
import { labelIn, sayIn } from "./texts.ts";
import { Timeline } from "./timeline.tsx";
import { viewOf } from "./view-of.ts";
import { WorldPanel } from "./world-panel.tsx";

export function App({ store }: { readonly store: Store }) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => store.subscribe(() => redraw(undefined)), [store]);
  const { lab } = store;
  const { states, view, world, forms, strategyIssues, results } = lab;
  const { language } = view;
  const shared = useMemo((): Shared => {
    return { store, say: sayIn(language), label: (group, name) => labelIn(language, group, name) };
  }, [store, language]);
  const { say } = shared;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => shortcuts(store), [store]);
  // While curves grow, many times a second, nothing is made anew of what no curve is in.
  const header = useMemo(() => <Header {...shared} />, [shared, states, view, world]);
  const policy = useMemo(() => <Policy {...shared} />, [shared, states, view, world, forms, strategyIssues]);
  const inside = [...results.keys()].map((run) => results.get(run)?.get(1)?.done?.runId ?? "").join();
  const panel = useMemo(() => <WorldPanel {...shared} />, [shared, states, view, world, inside]);
  const assumptions = useMemo(() => <Assumptions {...shared} />, [shared, states.present.assumptions, view, world]);
  const foreign = useMemo(() => <Opened {...shared} />, [shared, lab.opened, lab.states.present.run.replicates]);
  return (
    <>
      <a class="skip" href="#results">
        {say("skip")}
      </a>
      {header}
      <aside class="limits" aria-label={say("limits.lead")}>
        <strong>{say("limits.lead")}</strong> {say("limits.short")}
      </aside>
      <main>
        <section aria-labelledby="h-policy" class="policy">
          <h2 id="h-policy">{say("policy.title")}</h2>
          {policy}
        </section>
        <section aria-labelledby="h-results" class="results" id="results" tabIndex={-1}>
          <h2 id="h-results">{say("results.title")}</h2>
          <Predictions {...shared} />
          <RunBar {...shared} />
          <Effects {...shared} />
          <Curves {...shared} />
          <IssueList issues={lab.worldIssues.filter(({ severity }) => severity !== "error")} say={say} />
        </section>
        <section aria-labelledby="h-world" class="world">
          <h2 id="h-world">{say("world.title")}</h2>
          {panel}
        </section>
        <section aria-labelledby="h-assumptions" class="assumptions">
          <h2 id="h-assumptions">{say("assumptions.title")}</h2>
          {assumptions}
        </section>
        {foreign}
        <details class="all-limits">
          <summary>{say("limits.all")}</summary>
          <ul>
            {LIMITS.map((limit) => (
              <li key={limit} {...limitIn(language, limit)} />
            ))}
          </ul>
        </details>
      </main>
      <Footer {...shared} version={version} />
    </>
  );
}

function Policy(shared: Shared) {
  const { states, view: seen, strategyIssues } = shared.store.lab;
  const [isWriting, write] = useState(false);
  const active = states.present.strategies[seen.active];
  const view = active && viewOf(active.text);
  const issues = <IssueList issues={strategyIssues.get(seen.active) ?? []} say={shared.say} />;
  return (
    <>
      <Strategies {...shared} {...{ isWriting, write }} />
      {isWriting && issues}
      {view && <Timeline {...shared} view={view} />}
      {view && <InstrumentForm {...shared} view={view} />}
      {/* Below the fields: above them it would push what is under the pointer away between press and release. */}
      {!isWriting && issues}
      <a class="to-results" href="#results">
        {shared.say("policy.see")}
      </a>
    </>
  );
}

/** Ctrl-Z and Ctrl-Y outside of fields, which have an undo of their own. */
function shortcuts(store: Store): () => void {
  const onKey = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
    if (isField || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) store.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) store.redo();
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
