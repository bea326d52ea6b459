/** Which world, undo, language, and what is taken out of the page or into it. */
import { ecosystems } from "corridor:shipped";
import type { Shared } from "./part.ts";
import { nameIn } from "./shipped-texts.ts";
import { LANGUAGES, type Language } from "./texts.ts";

export function Header({ store, say }: Shared) {
  const { states, view, world } = store.lab;
  const share = async () => {
    const link = await store.link();
    const address = `${location.href.split("#")[0]}#${link}`;
    history.replaceState(null, "", `#${link}`);
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    store.look({ notice: isCopied ? say("share.copied") : say("share.address") });
  };
  return (
    <header>
      <h1>{say("title")}</h1>
      <p class="lead">{say("lead")}</p>
      <div class="bar">
        <label class="grow">
          {say("ecosystem")}
          <select
            value={states.present.ecosystem}
            onChange={({ currentTarget }) => store.change({ ecosystem: currentTarget.value, assumptions: [] })}
          >
            {ecosystems.map(({ name, title }) => (
              <option key={name} value={name}>
                {nameIn(view.language, title)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={store.undo} disabled={states.past.length === 0} title="Ctrl+Z">
          {say("undo")}
        </button>
        <button type="button" onClick={store.redo} disabled={states.future.length === 0} title="Ctrl+Y">
          {say("redo")}
        </button>
        <button type="button" onClick={() => void share()}>
          {say("share")}
        </button>
        <label>
          {say("language")}
          <select
            value={view.language}
            onChange={({ currentTarget }) => store.look({ language: currentTarget.value as Language })}
          >
            {Object.keys(LANGUAGES).map((name) => (
              <option key={name} value={name} lang={name}>
                {LANGUAGES[name as Language]["language.own"]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {world && (
        <details class="about">
          <summary>{say("ecosystem.about")}</summary>
          <p lang="en">{world.ecosystem.about}</p>
        </details>
      )}
      <p class="notice" role="status">
        {view.notice}
      </p>
    </header>
  );
}
